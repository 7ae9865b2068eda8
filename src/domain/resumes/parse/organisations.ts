const FORMS =
  /(?:^|[\s,(])(?:inc|incorporated|llc|llp|ltd|limited|pvt|private limited|gmbh|ag|plc|corp|corporation|s\.?a\.?|b\.?v\.?|n\.?v\.?|pty|oy|ab|sarl|s\.?r\.?l|co|company|& co|\(p\)|kg|ltda)\.?(?=$|[\s,.)(])/i;

/** Alternatives of a comma-separated list, as whole words. */
const anyOf = (list: string) =>
  new RegExp(`(?<![\\p{L}])(?:${list.trim().split(/,\s+/).join('|')})(?![\\p{L}])`, 'iu');

/** Words that end or hold the names of companies and institutions. */
const KINDS = anyOf(`
  technologies, technology, tech, techno, solutions?, systems?, services, software, softwares,
  labs?, laboratory, laboratories, groups?, holdings?, partners, consulting, consultants,
  consultancy, industries, industry, enterprises?, bank, assurance, university, college, school,
  schools, institute, institution, institutions, academy, hospitals?, clinic, medical center,
  medical centre, pharma, pharmaceuticals?, studios?, agency, agencies, foundation, trust,
  association, society, center, centre, museum, library, church, temple, department, dept, ministry,
  government, govt, council, authority, airlines?, airways, motors?, automotive, foods?, hotels?,
  resorts?, restaurants?, cafe, coffee, stores?, mart, supermarket, telecom, telecommunications?,
  communications?, networks?, constructions?, builders, infra, infrastructures?, infotech,
  infosystems, infoways, infosys, logistics, exports?, imports?, traders, trading, textiles?,
  mills?, publications?, publishers, entertainment, robotics, analytics, ventures, innovations?,
  securities, realty, properties, estates?, airport, railways?, navy, army, air force, club, ngo,
  llp, associates, bros, brothers, sons, dynamics, electronics, electricals?, chemicals?, cements?,
  petroleum, semiconductors?, biosciences?, biotech, lifesciences?, life sciences, therapeutics,
  diagnostics, gym, salon, spa, cosmetics, apparels?, fashions?, jewell?ers, telekom, dot com,
  federation, union, cooperative, co-operative, bureau, chambers, office of, city of, embassy,
  consulate, united nations, red cross, ymca, ywca, regiment, polytechnic, campus, outsourcing, bpo,
  kpo, call center, call centre, productions, films, pictures, broadcasting, television, radio, times,
  magazine, journal, marketplace, brewing, brewery, farms?, dairy, bakery, kitchen, catering,
  travels?, tours, tourism, holidays, cruises, express, courier, cargo, shipping, aerospace,
  defen[cs]e, space
`);

/** Words of business that name a department as readily as a company. */
const TOPICS = anyOf(`
  international, worldwide, banking, financial, finance, capital, insurance, health, healthcare,
  media, medical, retail, power, energy, steel, gas, oil, mining, digital, cloud, online, web,
  mobile, wireless, security, market, markets, project, program, programme, news, state, county,
  corporate, commission, court, command, force, production, publishing, press, games, analytics,
  fitness, wellness, events, travel, marine, aviation, space, fashion, furniture, electric,
  instruments, semiconductors, transport, cyber, payments, pay, startup, works, dynamics,
  interactive
`);

/** Employers whose names hold no such word, and what people write who employ themselves. */
const KNOWN = anyOf(`
  google, microsoft, amazon, facebook, apple, netflix, infosys, tcs, tata, wipro, accenture,
  cognizant, capgemini, deloitte, ibm, hcl, tech mahindra, mahindra, kpmg, pwc,
  pricewaterhousecoopers, ernst & young, ey, jp ?morgan, goldman sachs, morgan stanley,
  citi(?:bank|group)?, hsbc, barclays, american express, amex, walmart, flipkart, paytm, zomato,
  swiggy, uber, lyft, airbnb, twitter, linkedin, salesforce, adobe, cisco, intel, amd, nvidia,
  qualcomm, samsung, lg, sony, philips, siemens, bosch, honeywell, boeing, airbus, ford, toyota,
  honda, bmw, tesla, spacex, nasa, reliance, jio, airtel, vodafone, icici, hdfc, axis bank, sbi,
  byju'?s, upwork, fiverr, freelance(?:r)?, self[- ]employed, starbucks, mcdonald'?s, costco,
  disney, nike, coca[- ]cola, pepsico, unilever, nestl[eé], procter, p&g, johnson & johnson, pfizer,
  novartis, roche, mckinsey, bain, bcg, shopify, spotify, dropbox, atlassian, red hat, vmware, dell,
  hp, hewlett, lenovo, ericsson, nokia, huawei, genpact, concentrix, teleperformance, mindtree,
  mphasis, l&t, zoho, freshworks, independent practice, own business, family business, various
  clients, multiple clients
`);

/** A name on the web: "example.com", "Lumen.io". */
const DOMAIN = /\p{L}\.(?:com|io|ai|in|org|net)$/iu;

/** How much a piece of text reads as the name of an employer, 0–1, by its legal form, its kind or its fame. */
export function organisationScore(text: string): number {
  const bare = text.trim();
  if (bare === '' || bare.length > 90) return 0;
  if (FORMS.test(bare)) return 1;
  if (KNOWN.test(bare)) return 0.9;
  if (KINDS.test(bare) || DOMAIN.test(bare)) return 0.8;
  if (TOPICS.test(bare)) return 0.5;
  if (/\p{Lu}{2,}/u.test(bare) && bare === bare.toUpperCase()) return 0.45;
  const words = bare.split(/\s+/);
  const capitals = words.filter((word) => /^[\p{Lu}\d&(]/u.test(word)).length;
  return capitals / words.length >= 0.6 && words.length <= 7 ? 0.35 : 0.1;
}
