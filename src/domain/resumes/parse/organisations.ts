const FORMS =
  /(?:^|[\s,(])(?:inc|incorporated|llc|llp|ltd|limited|pvt|private limited|gmbh|ag|plc|corp|corporation|s\.?a\.?|b\.?v\.?|n\.?v\.?|pty|oy|ab|sarl|s\.?r\.?l|co|company|& co|\(p\)|kg|ltda)\.?(?=$|[\s,.)(])/i;
const KINDS = new RegExp(
  `(?<![\\p{L}])(?:${`technologies|technology|tech|techno|solutions?|systems?|services|software|softwares|labs?|laboratory|laboratories|groups?|holdings?|partners|consulting|
consultants|consultancy|industries|industry|enterprises?|international|worldwide|bank|banking|financial|finance|capital|insurance|assurance|university|
college|school|schools|institute|institution|institutions|academy|hospitals?|clinic|health|healthcare|medical center|medical centre|pharma|pharmaceuticals?|media|studios?|agency|
agencies|foundation|trust|association|society|cent(?:er|re)|museum|library|church|temple|department|dept|ministry|government|govt|council|authority|airlines?|airways|
motors?|automotive|foods?|hotels?|resorts?|restaurants?|cafe|coffee|retail|stores?|mart|supermarket|telecom|telecommunications?|communications?|networks?|energy|power|steel|constructions?|builders|
infra|infrastructures?|infotech|infosystems|infoways|infosys|logistics|transport|exports?|imports?|traders|trading|textiles?|mills?|publications?|publishing|publishers|press|entertainment|games|robotics|
analytics|ventures|digital|cloud|innovations?|interactive|security|securities|realty|properties|estates?|airport|railways?|navy|army|air force|club|ngo|startup|llp|associates|bros|brothers|sons|works|
dynamics|electronics|electricals?|chemicals?|cements?|petroleum|oil|gas|mining|instruments|semiconductors?|biosciences?|biotech|lifesciences?|life sciences|therapeutics|diagnostics|wellness|fitness|gym|
salon|spa|cosmetics|apparels?|fashions?|jewell?ers|furniture|electric|telekom|mobile|wireless|online|web|dot com|\\.com|\\.io|\\.ai|\\.in|federation|union|cooperative|co-operative|corporate|bureau|commission|court|chambers|
office of|state|county|city of|embassy|consulate|united nations|red cross|ymca|ywca|command|force|regiment|polytechnic|campus|cyber|outsourcing|bpo|kpo|call cent(?:er|re)|production|productions|films|pictures|broadcasting|television|radio|times|magazine|journal|news|program|programme|project|market|markets|marketplace|pay|payments|ventures|brewing|brewery|farms?|dairy|bakery|kitchen|catering|events|travels?|tours|tourism|holidays|cruises|express|courier|cargo|shipping|marine|aviation|aerospace|defen[cs]e|space`.replace(
    /\s*\n/g,
    '',
  )})(?![\\p{L}])`,
  'iu',
);
const KNOWN =
  /(?<![\p{L}])(?:google|microsoft|amazon|facebook|meta|apple|netflix|infosys|tcs|tata|wipro|accenture|cognizant|capgemini|deloitte|ibm|oracle|hcl|tech mahindra|mahindra|kpmg|pwc|pricewaterhousecoopers|ernst & young|ey|jp ?morgan|goldman sachs|morgan stanley|citi(?:bank|group)?|hsbc|barclays|american express|amex|walmart|target|flipkart|paytm|zomato|swiggy|ola|uber|lyft|airbnb|twitter|linkedin|salesforce|adobe|sap|cisco|intel|amd|nvidia|qualcomm|samsung|lg|sony|philips|siemens|bosch|ge|honeywell|boeing|airbus|ford|toyota|honda|bmw|tesla|spacex|nasa|reliance|jio|airtel|vodafone|icici|hdfc|axis bank|sbi|byju'?s|upwork|fiverr|freelance(?:r)?|self[- ]employed|starbucks|mcdonald'?s|costco|disney|nike|coca[- ]cola|pepsico|unilever|nestl[eé]|procter|p&g|johnson & johnson|pfizer|novartis|roche|mckinsey|bain|bcg|stripe|shopify|spotify|dropbox|slack|zoom|atlassian|red hat|vmware|dell|hp|hewlett|lenovo|ericsson|nokia|huawei|genpact|concentrix|teleperformance|mindtree|mphasis|l&t|larsen|zoho|freshworks)(?![\p{L}])/iu;

/** How much a piece of text reads as the name of an employer, 0–1, by its legal form, its kind or its fame. */
export function organisationScore(text: string): number {
  const bare = text.trim();
  if (bare === '' || bare.length > 90) return 0;
  if (FORMS.test(bare)) return 1;
  if (KNOWN.test(bare)) return 0.9;
  if (KINDS.test(bare)) return 0.8;
  if (/\p{Lu}{2,}/u.test(bare) && bare === bare.toUpperCase()) return 0.45;
  const words = bare.split(/\s+/);
  const capitals = words.filter((word) => /^[\p{Lu}\d&(]/u.test(word)).length;
  return capitals / words.length >= 0.6 && words.length <= 7 ? 0.35 : 0.1;
}
