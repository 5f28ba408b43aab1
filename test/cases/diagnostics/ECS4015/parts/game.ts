import type { Bag, Shop } from "./schema/game.js";

export function keep(bag: Bag, shop: Shop): void {
  bag.items = shop.items;
  shop.prices = bag.prices;
  shop.from = shop.at;
  shop.all.push(bag.items);
  bag.items = [...shop.items, 1];
  bag.items = shop.items.slice();
  bag.items.push(shop.items.length, shop.all.length, bag.prices.size);
  shop.handle = bag.handle;
  [bag.prices, bag.shape] = [new Map(shop.prices), { kind: "none" }];
}
