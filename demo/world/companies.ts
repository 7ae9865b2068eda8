import type { Random } from './random';

const FIRST =
  'Amber Anchor Banyan Basalt Beacon Birch Bluewater Cedar Cinder Clover Cobalt Copper Coral Crescent Delta Ember Falcon Fennel Fern Granite Harbour Hazel Heron Indigo Ivory Jasmine Juniper Kite Lantern Lark Laurel Lotus Mango Maple Marigold Monsoon Nimbus Oak Ochre Opal Orchid Palm Peepul Pepper Pine Quartz Raven River Saffron Sandal Silver Sparrow Summit Tamarind Teak Terra Tidal Topaz Umber Verbena Violet Walnut Willow Zephyr';
const SECOND =
  'Analytics Apparel Beverages Biotech Capital Care Ceramics Clinics Cloud Commerce Consulting Dairy Digital Education Electricals Energy Exports Farms Finance Foods Freight Health Home Hotels Insurance Interiors Labs Learning Legal Logistics Media Motors Networks Organics Packaging Partners Pharma Publishing Retail Robotics Services Software Studios Supply Systems Textiles Tools Travel Ventures';

/** The `index`-th invented company; every index below 3,000 gives another name. */
export function companyName(index: number): string {
  const first = FIRST.split(' ');
  const second = SECOND.split(' ');
  const turn = Math.floor(index / first.length);
  return `${first[index % first.length] ?? ''} ${second[(index * 7 + turn) % second.length] ?? ''}`;
}

export const someCompany = (random: Random): string => companyName(random.int(0, 2_499));
