import type { ProductView } from '@harborline/catalog-client';

const shelf: readonly (readonly [sku: string, name: string, price: number, description: string])[] = [
  ['ROPE-10', 'Braided rope, 10 m', 18.5, 'Polyester, 10 mm, soft in the hand and slow to chafe. Holds a ten-metre sloop at her mooring.'],
  ['COMP-1', 'Bulkhead compass', 129, 'Lit, damped, and swung before it leaves us.'],
  ['LANT-2', 'Anchor lantern', 64.9, 'Seen for two miles. Burns forty hours on one filling.'],
  ['FEND-3', 'Fender, medium', 27.25, 'Takes the quay’s side so that your hull does not.'],
  ['SHAC-8', 'Shackle, 8 mm', 7.8, 'Forged, stainless, with a captive pin.'],
  ['CHAR-N', 'Chart of the north coast', 34, 'Corrected to last month. Waterproof.'],
];

const spare = Array.from({ length: 12 }, (_, index) => [`PLUG-${index + 1}`, `Wooden plug no. ${index + 1}`, 2 + index, 'Softwood.'] as const);

export const products: readonly ProductView[] = [...shelf, ...spare].map(([sku, name, price, description]) => ({
  id: `id-of-${sku.toLowerCase()}`,
  sku,
  name,
  description,
  price,
  currency: 'EUR',
  updatedAt: '2026-01-01T00:00:00Z',
  version: 1,
}));
