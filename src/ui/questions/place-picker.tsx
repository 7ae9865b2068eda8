'use client';
import type { ReactNode } from 'react';
import type { City } from '@/domain/catalog/schema';
import type { Place } from '@/domain/scoring/schema';
import { AsyncSearch } from '@/ui/questions/async-search';
import { useQuestionSources } from '@/ui/questions/sources';

export interface PlacePickerProps {
  label: string;
  placeholder?: string | undefined;
  value: Place | null;
  onChange: (place: Place | null) => void;
  error?: ReactNode;
  disabled?: boolean;
}

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** A country code in words; the code itself when it is not one. */
const countryName = (code: string): string => {
  try {
    return countries.of(code) ?? code;
  } catch {
    return code;
  }
};

const placeOf = ({ cityId, name, country, latitude, longitude }: City): Place => ({
  cityId,
  name,
  country,
  latitude,
  longitude,
});

/** A city looked up by name. */
export function PlacePicker(props: PlacePickerProps) {
  const { label, placeholder, value, onChange, error, disabled = false } = props;
  const { searchPlaces } = useQuestionSources();
  return (
    <AsyncSearch<City>
      label={label}
      placeholder={placeholder}
      search={searchPlaces}
      shown={value ? `${value.name}, ${countryName(value.country)}` : ''}
      onPick={(city) => onChange(placeOf(city))}
      onClear={() => onChange(null)}
      keyOf={(city) => city.cityId}
      nameOf={(city) => city.name}
      hintOf={(city) => [city.admin, countryName(city.country)].filter(Boolean).join(', ')}
      error={error}
      disabled={disabled}
    />
  );
}
