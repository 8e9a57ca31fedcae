import type { OrderingClient } from '@harborline/ordering-client';

import { FailureNotice } from '../look/FailureNotice';
import { priced } from '../look/money';
import { Page } from '../navigation/Page';
import { hrefOf } from '../navigation/route';
import { goTo } from '../navigation/useRoute';
import { usePlaceOrder } from '../ordering/usePlaceOrder';
import { type Basket, totalsOf, withQuantity } from './basket';
import { BasketLine } from './BasketLine';

interface BasketPageProps {
  readonly ordering: OrderingClient;
  readonly customerId: string;
  readonly basket: Basket;
  readonly onChange: (basket: Basket) => void;
  readonly onOrdered: () => void;
}

export function BasketPage({ ordering, customerId, basket, onChange, onOrdered }: BasketPageProps) {
  const { placing, failure, place } = usePlaceOrder(ordering, customerId, basket, (order) => {
    onOrdered();
    goTo({ page: 'order', id: order.id });
  });

  if (basket.lines.length === 0)
    return (
      <Page title="Your basket">
        <p class="empty">
          It is empty. <a href={hrefOf({ page: 'products', search: '' })}>Find something for the boat</a>
        </p>
      </Page>
    );
  return (
    <Page title="Your basket">
      <ul class="lines">
        {basket.lines.map((line) => (
          <BasketLine
            key={line.product.id}
            line={line}
            onChange={(quantity) => {
              onChange(withQuantity(basket, line.product, quantity));
            }}
          />
        ))}
      </ul>
      <p class="total">
        Total <strong>{totalsOf(basket).map(priced).join(' + ')}</strong>
      </p>
      {failure && <FailureNotice failure={failure} onRetry={place} />}
      <button type="button" disabled={placing} onClick={place}>
        {placing ? 'Placing your order …' : 'Place order'}
      </button>
    </Page>
  );
}
