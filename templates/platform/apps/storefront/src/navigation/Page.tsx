import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PageProps {
  readonly title: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** One page. Its title becomes the document's and takes the focus, so that a screen reader notices the change of page. */
export function Page({ title, class: className, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    scrollTo(0, 0);
    // Who is typing already, because the page came late, goes on typing.
    if (document.activeElement?.matches('input, textarea, select')) return;
    heading.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    document.title = `${title} · Harborline`;
  }, [title]);

  return (
    <main id="content" class={className}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
