import type { Claim, Tie, Voice, Voices } from "../../src/engine/attribution/voices.js";

/** Voices of an invented page: no test speaks of anyone. */

const war = { id: "war", name: "Example war" };
export const party: Tie = { relation: "party", conflict: war, side: "the Province" };
export const aligned: Tie = {
  relation: "described_as_aligned",
  conflict: war,
  side: "the Harbour",
  describedBy: "Example Agency",
};

export const place = (block: number, start: number, end = start + 5) => ({ block, start, end });

export const voice = (change: Partial<Voice> = {}): Voice => ({
  text: "Front Contoh",
  type: "named",
  group: "party",
  record: "example-front",
  name: "Example Front",
  function: "armed_group",
  ties: [party],
  sure: true,
  ...change,
});

export const monitor = voice({
  text: "Observatorium Contoh",
  group: "monitor",
  record: "observatory",
  name: "Example Observatory",
  function: "monitor",
  description: "Counts events from contacts that it does not name",
  ties: [],
});

/** Somebody the glossary does not know. */
const { record: _, name: __, function: ___, ...stranger } = voice({ text: "seorang sumber", ties: [] });
export const source: Voice = { ...stranger, type: "sources", group: "unnamed" };

export const relay = voice({
  text: "Harbour Tims",
  group: "outlet",
  record: "times",
  name: "Harbour Times",
  function: "news_site",
  ties: [aligned],
});

export const claim = (text: string, change: Partial<Claim> = {}): Claim => ({
  content: { text, at: [place(1, 10)] },
  cue: { text: "kata", at: place(1, 20) },
  source: voice(),
  via: [],
  speech: "indirect",
  kinds: [],
  ...change,
});

export const minister: Voice = {
  ...stranger,
  text: "dia",
  group: "party",
  meant: { text: "Menteri Anu", at: place(0, 1) },
  of: { record: "province", name: "Province of Examplia" },
  ties: [{ ...party, by: { record: "province", name: "Province of Examplia" } }],
  sure: false,
};

/** Two of a party, two unnamed by way of an outlet, one monitor, and an earlier report of the page itself. */
export const voices: Voices = {
  claims: [
    claim("Sebagian besar pasukan mundur", {
      source: monitor,
      kinds: ["fighting"],
      content: { text: "Sebagian besar pasukan mundur", at: [place(1, 0)] },
    }),
    claim("“Kota itu kami kuasai”", {
      via: [relay],
      speech: "direct",
      kinds: ["control"],
      content: { text: "“Kota itu kami kuasai”", at: [place(2, 0), place(3, 0)] },
      day: { text: "Ahad", at: place(2, 40), date: "2017-11-19" },
    }),
    claim("Mereka bergabung", { source, via: [relay], content: { text: "Mereka bergabung", at: [place(4, 0)] } }),
    claim("Mereka menggali parit", {
      source,
      via: [relay],
      content: { text: "Mereka menggali parit", at: [place(5, 0)] },
    }),
    claim("Kemenangan penuh", {
      source: minister,
      kinds: ["announcement"],
      content: { text: "Kemenangan penuh", at: [place(6, 0)] },
    }),
    claim("Tiga ratus orang menolak pergi", {
      source: { ...stranger, text: "", type: "nobody", group: "nobody" },
      earlier: true,
      content: { text: "Tiga ratus orang menolak pergi", at: [place(7, 0)] },
    }),
  ],
  unattributed: [
    { text: "Kota itu terletak di tepi sungai.", at: place(8, 0) },
    { text: "Perang sudah berjalan enam tahun.", at: place(8, 40) },
  ],
  differences: [{ about: "control", of: { record: "town", name: "Port Nowhere" }, claims: [0, 1] }],
  conflicts: [war],
  agencies: [],
  marks: [
    { kind: "insertion", text: "(Alpha, red)", at: place(1, 60) },
    { kind: "initials", text: "[xyz]", at: place(9, 0) },
  ],
  readable: true,
};

export const noVoices: Voices = {
  claims: [],
  unattributed: [],
  differences: [],
  conflicts: [],
  agencies: [],
  marks: [],
  readable: true,
};
