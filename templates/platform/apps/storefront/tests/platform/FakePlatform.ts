import type { Answer, AskedQuestion } from '@harborline/assistant-client';
import type { PageOfProductView } from '@harborline/catalog-client';
import type { OrderView, PlaceOrder } from '@harborline/ordering-client';

import { products } from './products.ts';

type Route = [method: string, path: RegExp, answer: (request: Request, ...groups: string[]) => Response | Promise<Response>];

/** The services that the shop calls, in memory, behind one `fetch`. */
export class FakePlatform {
  config: unknown = { catalog: '/catalog', ordering: '/ordering', assistant: '/assistant' };

  /** What goes wrong, once, with the requests that begin so: "POST /ordering/orders". */
  readonly faults = new Map<string, Response | 'request lost' | 'answer lost'>();

  /** Every order placed, by its idempotency key. */
  readonly orders = new Map<string, OrderView>();

  readonly #routes: readonly Route[] = [
    ['GET', /^\/config\.json$/, () => Response.json(this.config)],
    ['GET', /^\/catalog\/products$/, (request) => this.#search(new URL(request.url).searchParams)],
    ['GET', /^\/catalog\/products\/(.+)$/, (_, id) => found(products.find((product) => product.id === id))],
    ['POST', /^\/ordering\/orders$/, (request) => this.#order(request)],
    ['GET', /^\/ordering\/orders\/(.+)$/, (_, id) => found([...this.orders.values()].find((order) => order.id === id))],
    ['POST', /^\/assistant\/ask$/, async (request) => this.#answer((await request.json()) as AskedQuestion)],
  ];

  readonly fetch = async (request: Request): Promise<Response> => {
    const call = `${request.method} ${new URL(request.url).pathname}`;
    const fault = [...this.faults].find(([beginning]) => call.startsWith(beginning));
    if (!fault) return this.#serve(request);

    this.faults.delete(fault[0]);
    if (fault[1] instanceof Response) return fault[1];
    if (fault[1] === 'answer lost') await this.#serve(request);
    throw new TypeError('Failed to fetch');
  };

  #serve(request: Request): Response | Promise<Response> {
    const { pathname } = new URL(request.url);
    for (const [method, path, answer] of this.#routes) {
      const match = path.exec(pathname);
      if (match && method === request.method) return answer(request, ...match.slice(1));
    }
    return problem(404, `There is no ${pathname}.`);
  }

  #search(query: URLSearchParams): Response {
    const words = (query.get('q') ?? '').toLowerCase();
    const matching = products.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(words));
    const start = Number(query.get('after') ?? 0);
    const end = start + Number(query.get('limit') ?? 20);
    const page: PageOfProductView = { items: matching.slice(start, end), next: end < matching.length ? String(end) : null };
    return Response.json(page);
  }

  async #order(request: Request): Promise<Response> {
    const key = request.headers.get('Idempotency-Key') ?? '';
    const earlier = this.orders.get(key);
    if (earlier) return Response.json(earlier, { status: 201 });
    const order = placed((await request.json()) as PlaceOrder, `order-${this.orders.size + 1}`);
    this.orders.set(key, order);
    return Response.json(order, { status: 201 });
  }

  #answer({ question, productIds = [] }: AskedQuestion): Response {
    const meant = products.find(({ id, name }) => question.includes(name) || productIds.includes(id));
    const answer: Answer = meant
      ? { answer: `The ${meant.name}? ${meant.description}`, outcome: 'answered', skus: [meant.sku] }
      : { answer: 'I know nothing about that.', outcome: 'unknown', skus: [] };
    return Response.json(answer);
  }
}

export function problem(status: number, detail: string, errors?: Record<string, string[]>): Response {
  return Response.json({ status, detail, ...(errors && { errors }) }, { status });
}

function placed({ customerId, lines: wanted }: PlaceOrder, id: string): OrderView {
  const lines = wanted.map(({ productId, quantity }) => {
    const product = products.find((candidate) => candidate.id === productId);
    return { productId, quantity, productName: product?.name ?? '', unitPrice: product?.price ?? 0 };
  });
  const total = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  const [placedAt, currency, status] = ['2026-01-01T00:00:00Z', 'EUR', 'placed'] as const;
  return { id, customerId, status, currency, total, placedAt, cancelledAt: null, version: 1, lines };
}

function found(thing: unknown): Response {
  return thing === undefined ? problem(404, 'There is no such thing.') : Response.json(thing);
}
