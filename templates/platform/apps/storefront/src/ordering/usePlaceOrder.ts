import type { OrderingClient, OrderView } from '@harborline/ordering-client';
import { useState } from 'preact/hooks';

import type { Basket } from '../basket/basket';
import { answerOf, asFailure, type Failure } from '../calls/failure';

interface PlaceOrder {
  readonly placing: boolean;
  readonly failure: Failure | undefined;
  readonly place: () => void;
}

/** Places the basket as an order. The basket's key makes a second try after a lost answer safe: the same order comes back. */
export function usePlaceOrder(
  ordering: OrderingClient,
  customerId: string,
  basket: Basket,
  onPlaced: (order: OrderView) => void,
): PlaceOrder {
  const [placing, setPlacing] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const place = async () => {
    setPlacing(true);
    setFailure(undefined);
    try {
      const lines = basket.lines.map(({ product, quantity }) => ({ productId: product.id, quantity }));
      const header = { 'Idempotency-Key': basket.key };
      onPlaced(await answerOf(ordering.POST('/orders', { params: { header }, body: { customerId, lines } })));
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setPlacing(false);
    }
  };
  return { placing, failure, place: () => void place() };
}
