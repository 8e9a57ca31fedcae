import { AskBox } from './assistant/AskBox';
import { emptyBasket, quantityOf, withQuantity } from './basket/basket';
import { BasketPage } from './basket/BasketPage';
import { useBasket } from './basket/useBasket';
import type { Services } from './calls/services';
import { ProductPage } from './catalog/ProductPage';
import { ProductsPage } from './catalog/ProductsPage';
import { Header } from './navigation/Header';
import { NowherePage } from './navigation/NowherePage';
import { useRoute } from './navigation/useRoute';
import { customerOf } from './ordering/customer';
import { OrderPage } from './ordering/OrderPage';

interface ShopProps {
  readonly services: Services;
  readonly storage: Storage;
}

export function Shop({ services: { catalog, ordering, assistant }, storage }: ShopProps) {
  const route = useRoute();
  const [basket, keep] = useBasket(storage);

  const page = () => {
    switch (route.page) {
      case 'products':
        return <ProductsPage catalog={catalog} search={route.search} />;
      case 'product':
        return (
          <ProductPage
            key={route.id}
            catalog={catalog}
            id={route.id}
            inBasket={(product) => quantityOf(basket, product)}
            onTake={(product, quantity) => {
              keep(withQuantity(basket, product, quantity));
            }}
          />
        );
      case 'basket':
        return (
          <BasketPage
            ordering={ordering}
            customerId={customerOf(storage)}
            basket={basket}
            onChange={keep}
            onOrdered={() => {
              keep(emptyBasket());
            }}
          />
        );
      case 'order':
        return <OrderPage key={route.id} ordering={ordering} id={route.id} />;
      case 'nowhere':
        return <NowherePage />;
    }
  };

  return (
    <>
      <Header basket={basket} />
      {page()}
      {assistant && <AskBox assistant={assistant} productIds={route.page === 'product' ? [route.id] : []} />}
      <footer>Harborline. Everything for the boat, and nothing that it can do without.</footer>
    </>
  );
}
