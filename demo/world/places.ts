import type { City } from '@/domain/catalog/schema';
import type { NameGroup } from './names';

/** A city people of the world live in: as `Geography.resolve` reads it, how many, whose names, which languages beside English. */
interface Home {
  query: string;
  weight: number;
  names: readonly NameGroup[];
  languages: readonly string[];
}

const home = (query: string, weight: number, names: string, languages: string): Home => ({
  query,
  weight,
  names: names.split(' ') as NameGroup[],
  languages: languages === '' ? [] : languages.split(' '),
});

export const HOMES: readonly Home[] = [
  home('Pune, Maharashtra', 12, 'west west north tamil', 'mr hi'),
  home('Mumbai, Maharashtra', 11, 'west gujarat north urdu malayalam', 'mr hi'),
  home('Nagpur, Maharashtra', 4, 'west north', 'mr hi'),
  home('Nashik, Maharashtra', 3, 'west', 'mr hi'),
  home('Bengaluru, Karnataka', 11, 'kannada tamil telugu north', 'kn hi'),
  home('Mysuru, Karnataka', 3, 'kannada', 'kn'),
  home('Mangaluru, Karnataka', 2, 'kannada malayalam', 'kn'),
  home('Hyderabad, Telangana', 9, 'telugu urdu', 'te hi'),
  home('Visakhapatnam, Andhra Pradesh', 3, 'telugu', 'te'),
  home('Chennai, Tamil Nadu', 8, 'tamil telugu', 'ta'),
  home('Coimbatore, Tamil Nadu', 4, 'tamil malayalam', 'ta'),
  home('Kochi, Kerala', 4, 'malayalam', 'ml'),
  home('Thiruvananthapuram, Kerala', 3, 'malayalam', 'ml'),
  home('New Delhi, Delhi', 7, 'north punjab urdu', 'hi pa'),
  home('Gurugram, Haryana', 5, 'north punjab', 'hi'),
  home('Noida, Uttar Pradesh', 4, 'north', 'hi'),
  home('Lucknow, Uttar Pradesh', 4, 'north urdu', 'hi ur'),
  home('Jaipur, Rajasthan', 4, 'north gujarat', 'hi'),
  home('Indore, Madhya Pradesh', 4, 'north west', 'hi'),
  home('Bhopal, Madhya Pradesh', 3, 'north urdu', 'hi ur'),
  home('Ahmedabad, Gujarat', 5, 'gujarat', 'gu hi'),
  home('Vadodara, Gujarat', 2, 'gujarat', 'gu hi'),
  home('Kolkata, West Bengal', 6, 'east', 'bn hi'),
  home('Bhubaneswar, Odisha', 2, 'east', 'or hi'),
  home('Chandigarh, India', 3, 'punjab north', 'pa hi'),
  home('Ludhiana, Punjab', 2, 'punjab', 'pa hi'),
  home('Patna, Bihar', 2, 'north', 'hi'),
  home('Colombo, Sri Lanka', 2, 'lanka', 'si'),
  home('Kathmandu, Nepal', 2, 'nepali', 'ne hi'),
  home('Dubai, United Arab Emirates', 2, 'malayalam urdu north', 'ar hi'),
  home('Manila, Philippines', 2, 'filipino', 'fil'),
  home('Nairobi, Kenya', 2, 'african', 'sw'),
  home('Cape Town, South Africa', 1, 'african british', 'af'),
  home('Lagos, Nigeria', 1, 'african', ''),
  home('London, United Kingdom', 2, 'british urdu', ''),
  home('Leeds, United Kingdom', 1, 'british', ''),
  home('Lisbon, Portugal', 1, 'european', 'pt'),
  home('Warsaw, Poland', 1, 'european', 'pl'),
  home('Berlin, Germany', 1, 'european', 'de'),
  home('Toronto, Canada', 1, 'american', 'fr'),
  home('Austin, United States', 1, 'american', 'es'),
];

export interface HomeCity extends Home {
  city: City;
}

/** The homes with their rows of the city table; throws for one that the table does not have. */
export function homeCities(geography: {
  resolve: (text: string) => { cityId: string | null } | null;
  cityById: (cityId: string) => City | null;
}): HomeCity[] {
  return HOMES.map((entry) => {
    const city = geography.cityById(geography.resolve(entry.query)?.cityId ?? '');
    if (!city) throw new Error(`The city table has no ${entry.query}.`);
    return { ...entry, city };
  });
}
