import type { AssistantClient } from '@harborline/assistant-client';
import { useState } from 'preact/hooks';

import { FailureNotice } from '../look/FailureNotice';
import { useQuestion } from './useQuestion';

interface AskBoxProps {
  readonly assistant: AssistantClient;
  /** The products that are on the page. */
  readonly productIds: string[];
}

export function AskBox({ assistant, productIds }: AskBoxProps) {
  const [question, setQuestion] = useState('');
  const [conversation, ask] = useQuestion(assistant, productIds);
  const thinking = conversation.state === 'thinking';
  const send = () => {
    if (question.trim() !== '') void ask(question.trim());
  };

  return (
    <aside class="ask" aria-labelledby="ask-title">
      <h2 id="ask-title">Ask the chandler</h2>
      <p class="hint">An assistant answers from the catalog. It can be wrong: the product’s page has the last word.</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label class="unseen" for="question">
          Your question
        </label>
        <input
          id="question"
          autocomplete="off"
          maxLength={500}
          placeholder="Which rope holds a ten-metre sloop?"
          value={question}
          onInput={(event) => {
            setQuestion(event.currentTarget.value);
          }}
        />
        <button type="submit" disabled={thinking}>
          {thinking ? 'Thinking …' : 'Ask'}
        </button>
      </form>
      <div role="status">{conversation.state === 'answered' && <p class="answer">{conversation.answer}</p>}</div>
      {conversation.state === 'failed' && <FailureNotice failure={conversation.failure} onRetry={send} />}
    </aside>
  );
}
