import { feature } from "@rapideditor/country-coder";

/** Sub-regions of the United Nations' M49 that a state can lie in, as country-coder groups them: three digits that begin neither "001" nor a continent. */
const CONTINENTS: ReadonlySet<string> = new Set(["001", "002", "019", "142", "150", "009", "419", "202", "003"]);

/** Name of the region of a state (ISO 3166-1 alpha-2), as the United Nations divide the world (M49). */
export function regionOf(state: string | undefined): string {
  const groups = state === undefined ? undefined : feature(state)?.properties.groups;
  const region = groups?.find((code: string) => /^\d{3}$/.test(code) && !CONTINENTS.has(code));
  return (region && feature(region)?.properties.nameEn) ?? "no region";
}
