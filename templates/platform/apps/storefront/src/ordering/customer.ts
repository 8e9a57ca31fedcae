const PLACE = 'customer/1';

/** Who orders. This shop has no accounts: a customer is a device, by a name that it was given on its first order. */
export function customerOf(storage: Storage): string {
  const known = storage.getItem(PLACE);
  if (known !== null) return known;
  const guest = `guest-${crypto.randomUUID()}`;
  storage.setItem(PLACE, guest);
  return guest;
}
