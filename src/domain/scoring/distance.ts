const EARTH_KM_PER_DEGREE = 111.195;

interface Point {
  latitude: number;
  longitude: number;
}

/** Cosine of degrees by its series: only + and ×, which every machine rounds alike (Math.cos need not). */
function cosine(degrees: number): number {
  const x = (degrees * Math.PI) / 180;
  const y = x * x;
  return 1 - (y / 2) * (1 - (y / 12) * (1 - (y / 30) * (1 - (y / 56) * (1 - (y / 90) * (1 - y / 132)))));
}

/** Distance in whole km on a flat map around both points: within 1 % up to some 500 km, which is all that is compared. */
export function kilometres(a: Point, b: Point): number {
  const across = Math.abs(a.longitude - b.longitude);
  const east = Math.min(across, 360 - across) * cosine((a.latitude + b.latitude) / 2);
  const north = a.latitude - b.latitude;
  return Math.round(EARTH_KM_PER_DEGREE * Math.sqrt(east * east + north * north));
}
