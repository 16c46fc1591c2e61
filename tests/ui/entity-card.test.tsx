import { describe, expect, it, vi } from "vitest";
import { EntityCard, type EntityCardProps } from "../../src/ui/entity-card.js";
import { bare, emptyDetail, front, frontDetail } from "./records.js";
import { draw, named, press, textOf, words } from "./rendering.js";

const props = (change: Partial<EntityCardProps> = {}): EntityCardProps => ({
  entity: front,
  mention: { text: "Front Contoh", confidence: "sure", reasons: [] },
  detail: frontDetail,
  date: { value: "2017-11-20", from: "json-ld" },
  pageLang: "id",
  pinned: false,
  sheet: false,
  words: words.en,
  expanded: false,
  onClose: vi.fn(),
  onPin: vi.fn(),
  onOffHere: vi.fn(),
  onMore: vi.fn(),
  ...change,
});

const drawCard = async (change: Partial<EntityCardProps> = {}) => {
  const given = props(change);
  const root = await draw(<EntityCard {...given} />);
  const card = root.querySelector<HTMLElement>("[role=dialog]");
  if (!card) throw new Error("no dialog");
  return { card, given, root };
};
const row = (card: Element, label: string) =>
  textOf([...card.querySelectorAll("dt")].find((dt) => textOf(dt) === label)?.nextElementSibling);

describe("entity card", () => {
  it("is a non-modal dialog, labelled by the name and described by the note", async () => {
    const { card } = await drawCard();
    const by = (attribute: string) => card.querySelector(`[id="${card.getAttribute(attribute)}"]`);
    expect(textOf(by("aria-labelledby"))).toBe("Example Front Front Contoh جبهة المثال");
    expect(textOf(by("aria-describedby"))).toBe(front.note);
    expect(card.hasAttribute("aria-modal")).toBe(false);
  });

  it("gives each name its own language and direction", async () => {
    const { card } = await drawCard();
    const [page, original] = card.querySelectorAll("h2 .alt");
    expect([page?.getAttribute("lang"), page?.getAttribute("dir")]).toEqual(["id", "ltr"]);
    expect([original?.getAttribute("lang"), original?.getAttribute("dir")]).toEqual(["ar", "rtl"]);
  });

  it("tells what held on the page's date and what has changed since", async () => {
    const { card } = await drawCard();
    expect(row(card, "20 Nov 2017")).toBe("Fights in the province");
    expect(row(card, "Since then")).toBe("8 Dec 2024: Dissolved");
    expect(row(card, "As a source")).toBe("Armed groupParty to the conflict (Example war)");
  });

  it("tells both what ended and what began in the page's month, and when", async () => {
    const periods = [
      { what: "control", text: "Held by one side", until: "2017-11", references: ["r1"] },
      { what: "control", text: "Held by the other", from: "2017-11", until: "2024", references: ["r1"] },
    ];
    const { card } = await drawCard({ detail: { ...frontDetail, periods } });
    expect(row(card, "20 Nov 2017")).toBe("Held by one side · until Nov 2017Held by the other · since Nov 2017");
  });

  it("tells how far knowledge goes of what may still hold", async () => {
    const periods = [
      {
        what: "control",
        text: "Held by one side",
        from: "2013",
        until: "2016",
        or_after: true as const,
        references: ["r1"],
      },
    ];
    const { card } = await drawCard({ detail: { ...frontDetail, periods } });
    expect(row(card, "20 Nov 2017")).toBe("Held by one side · until at least 2016");
    const [party] = frontDetail.standings;
    if (!party) throw new Error("The example takes no part in any war");
    const standings = [{ ...party, from: "2013", until: "2016", or_after: true as const }];
    const { card: speaker } = await drawCard({ detail: { ...frontDetail, standings } });
    expect(row(speaker, "As a source")).toBe("Armed groupParty to the conflict (Example war) · until at least 2016");
  });

  it("tells of what came since how sure its beginning is", async () => {
    const since = async (until: string) => {
      const periods = [
        { what: "control", text: "Held by one side", until, references: ["r1"] },
        { what: "control", text: "Held by the other", from: "2018-06", or_before: true as const, references: ["r1"] },
      ];
      return row((await drawCard({ detail: { ...frontDetail, periods } })).card, "Since then");
    };
    expect(await since("2018-05")).toBe("Jun 2018 or before: Held by the other");
    expect(await since("2019")).toBe("");
  });

  it("says whose time the note is of, and what the note of today is", async () => {
    const entity = { ...front, note: "Fights in the province.", earlier: true as const };
    const { card } = await drawCard({ entity, expanded: true, detail: { ...frontDetail, note: "Was dissolved." } });
    expect(textOf(card.querySelector(".note"))).toBe("Fights in the province.");
    expect(textOf(card.querySelector(".as-of"))).toContain("20 Nov 2017");
    expect(row(card, "20 Nov 2017")).toBe("");
    expect(row(card, "Since then")).toBe("8 Dec 2024: Dissolved");
    const today = card.querySelector('[data-part="more_note_today"]')?.parentElement;
    expect(textOf(today?.querySelector("p"))).toBe("Was dissolved.");
    const { card: other } = await drawCard({ expanded: true });
    expect(other.querySelector(".as-of, [data-part=more_note_today]")).toBeNull();
  });

  it("says as of when it speaks where the page has no date", async () => {
    const { date: _, ...undated } = props();
    const root = await draw(<EntityCard {...undated} />);
    expect(row(root, "As of November 2026")).toBe("Dissolved");
    expect(row(root, "As a source")).toBe("Armed group");
  });

  it("words a probable mention", async () => {
    const { card } = await drawCard({ mention: { text: "Frnt", confidence: "probable", reasons: [] } });
    expect(textOf(card)).toContain("Probable");
    expect(textOf(card)).toContain("the page has “Frnt”");
  });

  it("offers pin, close, more and off here, each with a name, and says what is pressed and expanded", async () => {
    const { card, given } = await drawCard({ pinned: true });
    const pin = named(card, "button", "Keep open");
    expect(pin.getAttribute("aria-pressed")).toBe("true");
    await press(pin);
    await press(named(card, "button", "Close"));
    const more = named(card, "button", "More");
    expect(more.getAttribute("aria-expanded")).toBe("false");
    await press(more);
    await press(named(card, "button", /^Off here/));
    for (const called of [given.onPin, given.onClose, given.onMore, given.onOffHere])
      expect(called).toHaveBeenCalledOnce();
  });

  it("expands in place to everything that is recorded, with safe links to every reference", async () => {
    const { card } = await drawCard({
      expanded: true,
      mention: { text: "x", confidence: "sure", reasons: [{ code: "word-before", value: "kelompok" }] },
    });
    expect([...card.querySelectorAll("h3")].map(textOf)).toEqual([
      "Why this entry",
      "Over time",
      "Ties to others",
      "As a source",
      "Designations by states and bodies",
      "About the names",
      "Other names",
      "References",
    ]);
    expect(textOf(card)).toContain("Told apart by “kelompok” before it.");
    const links = [...card.querySelectorAll("a")];
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      expect(link.getAttribute("href")).toMatch(/^https:\/\//);
      expect(link.getAttribute("target")).toBe("_blank");
      expect(link.getAttribute("rel")).toBe("noopener noreferrer");
    }
  });

  it("never makes a link of an address that could run something", async () => {
    const [reference] = frontDetail.references;
    if (!reference) throw new Error("no reference");
    const detail = { ...frontDetail, references: [{ ...reference, url: "javascript:alert(1)" }] };
    const { card } = await drawCard({ detail, expanded: true });
    expect(card.querySelector('a[href^="javascript"]')).toBeNull();
  });

  it("takes the reader who asks for the references to them once they are there", async () => {
    const { card, given, root } = await drawCard();
    const focus = vi.spyOn(window.HTMLElement.prototype, "focus");
    await press(named(card, "button", "2 references"));
    expect(focus).not.toHaveBeenCalled();
    expect(given.onMore).toHaveBeenCalledOnce();
    await draw(<EntityCard {...given} expanded />, words.en, root);
    expect(focus.mock.contexts.map((element) => textOf(element as Element))).toEqual(["References"]);
  });

  it("is written from right to left in Arabic", async () => {
    const { card } = await drawCard({ words: words.ar });
    expect([card.getAttribute("lang"), card.getAttribute("dir")]).toEqual(["ar", "rtl"]);
    expect(row(card, "20 نوفمبر 2017")).toBe("Fights in the province");
    expect(named(card, "button", "مرجعان")).toBeTruthy();
  });

  it("says so where there is no note, and shows no empty row, count or quotation mark", async () => {
    const { card } = await drawCard({ entity: bare, detail: emptyDetail });
    expect(textOf(card)).toContain("There is no note on this in English yet.");
    expect(card.querySelectorAll("dt")).toHaveLength(0);
    expect(textOf(card.querySelector("footer"))).not.toContain("reference");
    expect(card.hasAttribute("aria-describedby")).toBe(false);
  });

  it("names the wait for the details, and words their failure", async () => {
    const { detail: _, ...waiting } = props();
    const root = await draw(<EntityCard {...waiting} />);
    expect(named(root, "[role=status]", "Loading the details")).toBeTruthy();
    const { card } = await drawCard({ detail: "failed" });
    expect(textOf(card)).toContain("could not be loaded");
  });
});
