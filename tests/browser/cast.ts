/** Names of the people in the states, in both directions and of every length. */
export const PEOPLE = {
  mina: { first_name: "مینا", last_name: "صادقی" },
  arash: { first_name: "آرش", last_name: "مرادی" },
  nilufar: { first_name: "Emily", last_name: "Hartmann-Vandenberghe de la Fontaine" },
  hossein: { first_name: "سیدمحمدرضا", last_name: "حسینی‌نژاد اصفهانی" },
};
