import { act } from "preact/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import type { PageReport } from "../../src/shared/protocol.js";
import { fail, type Result, succeed } from "../../src/shared/result.js";
import type { VoicesState } from "../../src/ui/voices-summary.js";
import { draw } from "../ui/rendering.js";
import { noVoices, voices } from "../ui/voices.js";

const send = vi.fn();
vi.mock("webextension-polyfill", () => ({ default: { tabs: { sendMessage: send }, runtime: { sendMessage: send } } }));
const { recordOf, useVoices } = await import("../../src/tab/voices.js");

beforeEach(() => void send.mockReset());

const report = (change: Partial<PageReport> = {}) =>
  succeed<PageReport>({
    phase: "annotated",
    url: "https://a.example/x",
    title: "",
    limits: [],
    marks: true,
    ...change,
  });

let seen: VoicesState;
function Probe({ of }: { of: Result<PageReport> | undefined }) {
  seen = useVoices(7, of);
  return null;
}
const settled = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
const look = async (of: Result<PageReport> | undefined, into?: Element) => {
  const root = await draw(<Probe of={of} />, undefined, into);
  await settled();
  return root;
};

it("asks the page once it is annotated, and not before", async () => {
  const root = await look(undefined);
  await look(report({ phase: "working" }), root);
  expect(send).not.toHaveBeenCalled();
  send.mockResolvedValue(succeed(voices));
  await look(report(), root);
  expect(send).toHaveBeenCalledOnce();
  expect(send.mock.lastCall?.slice(0, 2)).toEqual([7, { konteks: "page", name: "voices", parameters: {} }]);
  expect(seen).toEqual(voices);
});

it("asks again with each report, and keeps what is known of the page in view meanwhile", async () => {
  send.mockResolvedValue(succeed(voices));
  const root = await look(report());
  send.mockReturnValue(new Promise(() => {}));
  await look(report(), root);
  expect(send).toHaveBeenCalledTimes(2);
  expect(seen).toEqual(voices);
  await look(report({ url: "https://a.example/y" }), root);
  expect(seen).toBeUndefined();
});

it("shows no answer that came late", async () => {
  let late: (answer: unknown) => void = () => {};
  send.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
  const root = await look(report());
  send.mockResolvedValue(succeed(noVoices));
  await look(report(), root);
  late(succeed(voices));
  await settled();
  expect(seen).toEqual(noVoices);
});

it.each([
  ["an error", fail("failed")],
  ["nothing", succeed(undefined)],
])("takes %s for a failure", async (_, answer) => {
  send.mockResolvedValue(answer);
  await look(report());
  expect(seen).toBe("failed");
});

it("has a record for citing, or none", async () => {
  send.mockResolvedValueOnce(succeed({ id: "a" })).mockResolvedValueOnce(fail("no-knowledge"));
  expect(await recordOf("a")).toEqual({ id: "a" });
  expect(await recordOf("a")).toBeUndefined();
});
