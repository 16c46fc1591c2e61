import { describe, expect, it, vi } from "vitest";
import type { Claim, Voice } from "../../src/engine/attribution/voices.js";
import { ClaimCard, type ClaimCardProps } from "../../src/ui/claim-card.js";
import { draw, named, press, textOf, words } from "../ui/rendering.js";

const war = { id: "example-war", name: "Example war" };
const speaker: Voice = {
  text: "Front Contoh",
  type: "named",
  group: "party",
  record: "example-front",
  name: "Example Front",
  function: "armed_group",
  ties: [{ relation: "party", conflict: war }],
  sure: true,
};
const relay: Voice = {
  text: "Koran Contoh",
  type: "named",
  group: "outlet",
  record: "example-times",
  name: "Example Times",
  ties: [{ relation: "described_as_aligned", conflict: war, side: "the rebels", describedBy: "Example Institute" }],
  sure: true,
};
const agency: Voice = { ...relay, record: "example-wire", name: "Example Wire", ties: [], description: "News agency" };
const claim: Claim = {
  content: { text: "kota itu sudah jatuh", at: [{ block: 1, start: 0, end: 20 }] },
  cue: { text: "mengumumkan", at: { block: 1, start: 22, end: 33 } },
  source: speaker,
  via: [relay],
  speech: "indirect",
  kinds: ["control", "announcement"],
  day: { text: "Kamis", at: { block: 1, start: 40, end: 45 }, date: "2017-11-09" },
};
const props = (change: Partial<ClaimCardProps> = {}): ClaimCardProps => ({
  claim,
  agencies: [],
  site: { host: "paper.example" },
  pageLang: "id",
  pinned: false,
  sheet: false,
  words: words.en,
  onClose: vi.fn(),
  onPin: vi.fn(),
  onOffHere: vi.fn(),
  ...change,
});
const drawCard = async (change: Partial<ClaimCardProps> = {}) => {
  const given = props(change);
  const root = await draw(<ClaimCard {...given} />);
  return { root, given, hands: [...root.querySelectorAll(".hand")].map(textOf) };
};

describe("a claim's card", () => {
  it("is a labelled, non-modal dialog that is described by the chain", async () => {
    const { root } = await drawCard();
    const card = root.querySelector("[role=dialog]");
    const by = (attribute: string) => root.querySelector(`[id="${card?.getAttribute(attribute)}"]`);
    expect(textOf(by("aria-labelledby"))).toBe(words.en.t("voices_heading"));
    expect(by("aria-describedby")?.className).toBe("hands");
    expect(card?.hasAttribute("aria-modal")).toBe(false);
  });

  it("has every hand in order, each with how it stands: speaker, relay, this page", async () => {
    const { hands, root } = await drawCard();
    expect(hands).toEqual([
      expect.stringMatching(/^Example Front .*Front Contoh.*Party to the conflict \(Example war\)/),
      expect.stringMatching(/Example Times .*close to one side \(Example war\).*according to Example Institute/),
      expect.stringMatching(/this page paper\.example$/),
    ]);
    expect(root.querySelectorAll(".hand .icon.mirrored").length).toBe(2);
    expect(root.querySelector(".speaker .alt bdi")?.getAttribute("lang")).toBe("id");
  });

  it("puts an agency of the whole text before this page, but nobody twice", async () => {
    const { hands } = await drawCard({ agencies: [agency, relay] });
    expect(hands.map((hand) => /Example (\w+)|this page/.exec(hand)?.[0])).toEqual([
      "Example Front",
      "Example Times",
      "Example Wire",
      "this page",
    ]);
    expect(hands[2]).toContain("News agency");
  });

  it("tells the page's word, the day and the kind", async () => {
    const { root } = await drawCard();
    const notes = root.querySelector(".notes");
    expect(textOf(notes)).toMatch(/“mengumumkan” · 9 Nov 2017 · control of a place · announcement/);
    expect(notes?.querySelector("bdi")?.getAttribute("lang")).toBe("id");
    const { cue: _, ...silent } = claim;
    expect(textOf((await drawCard({ claim: silent })).root.querySelector(".notes"))).toMatch(/^9 Nov 2017/);
  });

  it.each<[what: string, source: Partial<Voice>, seen: RegExp]>([
    ["an unnamed one", { type: "official", text: "seorang pejabat" }, /^seorang pejabat.*Unnamed official/],
    ["one that belongs to somebody", { of: { record: "x", name: "Example Army" } }, /belongs to Example Army/],
    [
      "one who is only “he”",
      { text: "ia", meant: { text: "Jenderal Contoh", at: { block: 1, start: 0, end: 1 } } },
      /Jenderal Contoh.*“ia”/,
    ],
    ["one who is not plain", { sure: false }, /not plain from the text/],
    ["one of whom nothing is known", { text: "Tuan Contoh" }, /nothing is known/],
    ["nobody", { type: "nobody", text: "" }, /^No source$/],
  ])("words %s", async (what, source, seen) => {
    const { record: _, name: __, function: ___, ...unknown } = speaker;
    const base = what.includes("belongs") || what.includes("plain") ? speaker : { ...unknown, ties: [] };
    const { hands } = await drawCard({ claim: { ...claim, source: { ...base, ...source }, via: [] } });
    expect(hands[0]).toMatch(seen);
  });

  it("has buttons to keep it open, to close it and to switch Konteks off here", async () => {
    const { root, given } = await drawCard({ pinned: true });
    const pin = named(root, "button", words.en.t("card_pin"));
    expect(pin.getAttribute("aria-pressed")).toBe("true");
    await press(pin);
    await press(named(root, "button", words.en.t("card_close")));
    await press(named(root, "button", /^Off here/));
    for (const called of [given.onPin, given.onClose, given.onOffHere]) expect(called).toHaveBeenCalledOnce();
  });

  it("runs from right to left in Arabic", async () => {
    const { root } = await drawCard({ words: words.ar });
    expect(root.querySelector("[role=dialog]")?.getAttribute("dir")).toBe("rtl");
    expect(textOf(root)).toContain(
      words.ar.t("claim_card_cue", { text: "mengumumkan" }).replace(/[\u2066-\u2069]/g, ""),
    );
  });
});
