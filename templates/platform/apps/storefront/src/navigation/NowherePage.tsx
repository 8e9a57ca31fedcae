import { Page } from './Page';
import { hrefOf } from './route';

export function NowherePage() {
  return (
    <Page title="Uncharted waters">
      <p>
        There is no such page. <a href={hrefOf({ page: 'products', search: '' })}>Back to the products</a>
      </p>
    </Page>
  );
}
