import type { AssistantClient } from '@harborline/assistant-client';
import { useState } from 'preact/hooks';

import { answerOf, asFailure, type Failure } from '../calls/failure';

type Conversation =
  | { readonly state: 'silent' }
  | { readonly state: 'thinking' }
  | { readonly state: 'answered'; readonly answer: string }
  | { readonly state: 'failed'; readonly failure: Failure };

/** One question at a time, about the products that the customer is looking at or any other. */
export function useQuestion(
  assistant: AssistantClient,
  productIds: string[],
): [Conversation, (question: string) => Promise<void>] {
  const [conversation, setConversation] = useState<Conversation>({ state: 'silent' });

  const ask = async (question: string) => {
    setConversation({ state: 'thinking' });
    try {
      const { answer } = await answerOf(assistant.POST('/ask', { body: { question, productIds } }));
      setConversation({ state: 'answered', answer });
    } catch (error) {
      setConversation({ state: 'failed', failure: asFailure(error) });
    }
  };
  return [conversation, ask];
}
