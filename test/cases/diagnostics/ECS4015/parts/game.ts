import type { Bag, Shop } from "./schema/game.js";

export function keep(bag: Bag, shop: Shop): void {
  bag.items = shop.items;
  shop.prices = bag.prices;
  shop.from = shop.at;
  shop.all.push(bag.items);
}

/** None of it is shared. */
export function renew(bag: Bag, shop: Shop): void {
  bag.items = [...shop.items, 1];
  bag.items = shop.items.slice();
  bag.items.push(shop.items.length, shop.all.length, bag.prices.size);
  shop.handle = bag.handle;
  [bag.prices, bag.shape] = [new Map(shop.prices), { kind: "none" }];
}

/** A list that is handed over, and makes room for another one. */
export function turn(bag: Bag, shop: Shop): void {
  shop.all.push(bag.items);
  bag.items = [];
  const { from } = shop;
  shop.from = shop.at;
  shop.at = from;
}

/** It goes on with the same one. */
export function goOn(bag: Bag, shop: Shop): void {
  bag.items = shop.items;
  shop.items.push(1);
  grow(shop.items);
  shop.items.length = 0;
}
function grow(items: number[]): void {
  items.push(2);
}

/** The same one as before. */
export function stay(bag: Bag, shop: Shop): void {
  const { items } = bag;
  bag.items = items;
  bag.prices = bag.prices;
  shop.at = shop.at;
}

