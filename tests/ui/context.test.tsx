import { describe, expect, it, vi } from "vitest";
import { AccessState, type AccessStateProps } from "../../src/ui/access-state.js";
import { Action, Notice } from "../../src/ui/notice.js";
import { SiteContext } from "../../src/ui/site-context.js";
import { Assessments } from "../../src/ui/source-detail.js";
import { Switch } from "../../src/ui/switch.js";
import { outlet, outletDetail } from "./records.js";
import { draw, named, press, textOf, words } from "./rendering.js";

describe("site context", () => {
  it("says what is known, and that no assessor has rated the site", async () => {
    const root = await draw(<SiteContext site={{ host: "times.example", record: outlet }} detail={outletDetail} />);
    expect(textOf(root)).toContain("Example Times times.example");
    expect(textOf(root)).toContain("Commercial, independent · Owner not recorded here");
    expect(textOf(root)).toContain("Not rated by any assessor listed here");
  });

  it("says that nothing is known of a site without a record, also in Arabic", async () => {
    const root = await draw(<SiteContext site={{ host: "a.example" }} />);
    expect(textOf(root)).toBe("a.exampleNothing is known of this site here.");
    const arabic = await draw(<SiteContext site={{ host: "a.example" }} />, words.ar);
    expect(arabic.querySelector("bdi")?.textContent).toBe("a.example");
    expect(textOf(arabic)).toContain("لا يُعرف شيء هنا عن هذا الموقع.");
  });
});

describe("assessments", () => {
  const assess = (assessor: string, date: string, verdict: string) => ({
    assessor,
    dimension: "factual reporting",
    verdict,
    date,
    url: "https://example.org/x",
  });
  const source = outletDetail.source;
  if (!source) throw new Error("no source");

  it("gives each verdict in the assessor's words with date and link, newest first", async () => {
    const assessments = [assess("mbfc", "2020", "Mixed"), assess("smm", "2026-08-19", "ISFM")];
    const root = await draw(<Assessments source={{ ...source, assessments }} />);
    const rows = [...root.querySelectorAll("li")].map(textOf);
    expect(rows[0]).toMatch(/^State Media Monitor.*ISFM factual reporting · 19 Aug 2026$/);
    expect(rows[1]).toMatch(/^Media Bias\/Fact Check.*Mixed.*2020$/);
  });

  it("shows an assessor it has no name for by its id, rather than not at all", async () => {
    const root = await draw(
      <Assessments source={{ ...source, assessments: [assess("toString", "2026", "x")] }} />,
      words.ar,
    );
    expect(textOf(root)).toContain("toString");
  });
});

describe("access", () => {
  const props = (change: Partial<AccessStateProps>): AccessStateProps => ({
    access: { mode: "button", origins: [] },
    outcome: undefined,
    hostOf: (origin) => origin.replaceAll(/\*[.:]?|\//g, ""),
    onEverywhere: vi.fn(),
    onSite: vi.fn(),
    onRemove: vi.fn(),
    ...change,
  });
  const current = (root: Element) => textOf(root.querySelector('[aria-current="true"] h3'));

  it("marks the way that holds, and asks in the very click", async () => {
    const given = props({});
    const root = await draw(<AccessState {...given} />);
    expect(current(root)).toMatch(/^Only when you press the button/);
    named(root, "button", "Allow everywhere").dispatchEvent(new window.Event("click"));
    expect(given.onEverywhere).toHaveBeenCalledOnce();
  });

  it("lists the allowed sites, each with a way back", async () => {
    const origins = ["*://*.a.example/*"];
    const given = props({ access: { mode: "sites", origins } });
    const root = await draw(<AccessState {...given} />);
    await press(named(root, "button", "Take back the permission for a.example"));
    await press(named(root, "button", "Take all permissions back"));
    expect(vi.mocked(given.onRemove).mock.calls).toEqual([[origins], [origins]]);
  });

  it("words refusal, nonsense and an unknown state, and is readable in Arabic", async () => {
    expect(textOf(await draw(<AccessState {...props({ outcome: "declined" })} />))).toContain("did not give access");
    const wrong = await draw(<AccessState {...props({ outcome: "not-a-site" })} />);
    const input = wrong.querySelector("input");
    expect(input?.getAttribute("aria-invalid")).toBe("true");
    expect(textOf(wrong.querySelector(`[id="${input?.getAttribute("aria-describedby")}"]`))).toContain(
      "not the address",
    );
    expect(textOf(await draw(<AccessState {...props({ access: "unknown" })} />))).toContain("could not be read");
    const everywhere = props({ access: { mode: "everywhere", origins: ["<all_urls>"] } });
    expect(current(await draw(<AccessState {...everywhere} />, words.ar))).toContain("في المواقع الإخبارية كلها");
  });

  it("draws nothing before the state is known", async () => {
    expect(textOf(await draw(<AccessState {...props({ access: undefined })} />))).toBe("");
  });
});

describe("controls", () => {
  it("has a switch that says what is on and asks for the opposite", async () => {
    const changed = vi.fn();
    const root = await draw(
      <Switch on onChange={changed}>
        Notes
      </Switch>,
    );
    const control = named(root, "[role=switch]", "Notes");
    expect(control.getAttribute("aria-checked")).toBe("true");
    await press(control);
    expect(changed).toHaveBeenCalledWith(false);
  });

  it("has a notice that is read out without interrupting", async () => {
    const act = vi.fn();
    const root = await draw(<Notice title="State" actions={<Action onClick={act}>Do</Action>} />);
    expect(root.querySelector("[role=status] h2")?.textContent).toBe("State");
    await press(named(root, "button", "Do"));
    expect(act).toHaveBeenCalledOnce();
  });
});
