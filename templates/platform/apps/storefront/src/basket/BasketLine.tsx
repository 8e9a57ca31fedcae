import { priced } from '../look/money';
import { hrefOf } from '../navigation/route';
import { type Line, MOST_OF_ONE } from './basket';

interface BasketLineProps {
  readonly line: Line;
  readonly onChange: (quantity: number) => void;
}

export function BasketLine({ line: { product, quantity }, onChange }: BasketLineProps) {
  return (
    <li>
      <a href={hrefOf({ page: 'product', id: product.id })}>{product.name}</a>
      <input
        type="number"
        aria-label={`Quantity of ${product.name}`}
        min={1}
        max={MOST_OF_ONE}
        value={quantity}
        onChange={(event) => {
          onChange(event.currentTarget.valueAsNumber || 1);
        }}
      />
      <span class="price">{priced({ amount: product.price * quantity, currency: product.currency })}</span>
      <button
        type="button"
        class="quiet"
        aria-label={`Remove ${product.name}`}
        onClick={() => {
          onChange(0);
        }}
      >
        Remove
      </button>
    </li>
  );
}
