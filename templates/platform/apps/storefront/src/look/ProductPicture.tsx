import type { ProductView } from '@harborline/catalog-client';

/** Three waves under a sun, in colours of the product's own: a picture for a catalog that has none. Decoration only. */
export function ProductPicture({ product }: { readonly product: ProductView }) {
  const seed = Array.from(product.sku).reduce((sum, letter) => (sum * 37 + letter.charCodeAt(0)) % 99991, 7);
  const colour = (lightness: number) => `hsl(${150 + ((seed * 13) % 90)} 42% ${lightness}%)`;
  const wave = (y: number) => `M0 ${y}q20-${6 + (seed % 8)} 40 0${'t40 0'.repeat(5)}V100H0z`;
  const drift = (layer: number) => `translate(-${(seed * layer) % 80})`;
  return (
    <svg class="picture" viewBox="0 0 160 100" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="160" height="100" fill={colour(86)} />
      <circle cx={30 + (seed % 100)} cy={26 + (seed % 14)} r="13" fill="hsl(36 88% 66%)" />
      <path d={wave(58)} transform={drift(3)} fill={colour(64)} />
      <path d={wave(70)} transform={drift(7)} fill={colour(46)} />
      <path d={wave(84)} transform={drift(11)} fill={colour(27)} />
    </svg>
  );
}
