import type { Failure } from '../calls/failure';
import { Notice } from './Notice';

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** A failed call in the customer's words. What they sent can be mended, what we broke can be tried again. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  switch (failure.kind) {
    case 'unreachable':
      return <Notice title="We cannot reach the shop just now." detail="Your basket is safe. Check your connection." onRetry={onRetry} />;
    case 'busy':
      return <Notice title="That was a lot at once." detail="Wait a moment." onRetry={onRetry} />;
    case 'missing':
      return <Notice title="We do not have that any more." />;
    case 'refused':
      return <Notice title="That did not go through." detail={failure.reasons.join(' ')} />;
    case 'broken':
      return <Notice title="Something broke on our side." detail="Nothing was ordered twice. Try again in a moment." onRetry={onRetry} />;
  }
}
