interface NoticeProps {
  readonly title: string;
  readonly detail?: string;
  readonly onRetry?: () => void;
}

/** Something that the customer has to know now. Read out at once. */
export function Notice({ title, detail, onRetry }: NoticeProps) {
  return (
    <div class="notice" role="alert">
      <strong>{title}</strong>
      {detail !== undefined && <p>{detail}</p>}
      {onRetry && (
        <button type="button" class="quiet" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
