import type { OrderingClient } from '@harborline/ordering-client';

import { answerOf } from '../calls/failure';
import { useLoad } from '../calls/useLoad';
import { FailureNotice } from '../look/FailureNotice';
import { priced } from '../look/money';
import { Page } from '../navigation/Page';
import { hrefOf } from '../navigation/route';

interface OrderPageProps {
  readonly ordering: OrderingClient;
  readonly id: string;
}

export function OrderPage({ ordering, id }: OrderPageProps) {
  const loaded = useLoad(id, (signal) => answerOf(ordering.GET('/orders/{id}', { params: { path: { id } }, signal })));

  if (loaded.state === 'loading') return <Page title="One moment …">{undefined}</Page>;
  if (loaded.state === 'failed')
    return (
      <Page title="Your order">
        <FailureNotice failure={loaded.failure} onRetry={loaded.retry} />
      </Page>
    );

  const { lines, total, currency } = loaded.value;
  return (
    <Page title="Thank you. Your order is placed.">
      <p class="sku">Order {id}</p>
      <ul class="lines">
        {lines.map((line) => (
          <li key={line.productId}>
            <span>
              {line.quantity} × {line.productName}
            </span>
            <span class="price">{priced({ amount: line.unitPrice * line.quantity, currency })}</span>
          </li>
        ))}
      </ul>
      <p class="total">
        Total <strong>{priced({ amount: total, currency })}</strong>
      </p>
      <a href={hrefOf({ page: 'products', search: '' })}>Keep looking around</a>
    </Page>
  );
}
