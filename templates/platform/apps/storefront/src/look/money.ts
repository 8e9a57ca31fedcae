export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export function priced({ amount, currency }: Money): string {
  return new Intl.NumberFormat(document.documentElement.lang || 'en', { style: 'currency', currency }).format(amount);
}
