import { describe, expect, test } from "vitest";
import { gate, isPrivateHost } from "../../src/page/gate.js";
import { page } from "./html.js";

const NEWS = "https://news.example.org/2017/a-town";
const long = `<article>${"<p>A sentence that goes on about the town on the river and the fighting around it. </p>".repeat(3)}
  <p>${"The army said that it had taken the town and its bridges. ".repeat(30)}</p></article>`;

describe("the gate", () => {
  test.each<[name: string, url: string, body: string, head: string, verdict: string, why: string]>([
    ["mail", "https://mail.google.com/mail/u/0/", long, "", "no", "never-host"],
    ["webmail of any host", "https://webmail.example.org/", long, "", "no", "never-host"],
    ["a document editor", "https://docs.google.com/document/d/1", long, "", "no", "never-host"],
    ["this machine", "http://localhost:8080/", long, "", "no", "private-host"],
    ["a private range", "http://192.168.1.20/news", long, "", "no", "private-host"],
    ["an intranet name", "http://wiki/", long, "", "no", "private-host"],
    ["a file", "file:///tmp/a.html", long, "", "no", "not-a-site"],
    ["og:type", NEWS, "", '<meta property="og:type" content="article">', "yes", "article"],
    ["published time", NEWS, "", '<meta property="article:published_time" content="2017-11-20">', "yes", "article"],
    ["microdata", NEWS, '<div itemscope itemtype="https://schema.org/NewsArticle"></div>', "", "yes", "article"],
    ["JSON-LD", NEWS, "", '<script type="application/ld+json">{"@type":"NewsArticle"}</script>', "yes", "article"],
    ["a readable article", NEWS, long, "", "yes", "readable"],
    ["nothing in particular", NEWS, "<p>Short.</p>", "", "ask", "unclear"],
    ["og:type website", NEWS, "", '<meta property="og:type" content="website">', "ask", "unclear"],
    ["broken JSON-LD", NEWS, "", '<script type="application/ld+json">{"@type":</script>', "ask", "unclear"],
    ["a host named like mail", "https://dailymail.example.co/", "<p>Short.</p>", "", "ask", "unclear"],
    ["news of a mail company", "https://news.mail.ru/politics/", "<p>Short.</p>", "", "ask", "unclear"],
  ])("%s", (_, url, body, head, verdict, why) => {
    expect(gate(page(body, head), url)).toEqual({ verdict, why });
  });

  test.each(["<html><body contenteditable>", '<html><body contenteditable="true">'])("an editor: %s", (html) => {
    expect(gate(page(`${html}${long}</body></html>`), NEWS).why).toBe("editor");
  });

  test.each<[string, boolean]>([
    ["10.1.2.3", true],
    ["172.15.0.1", false],
    ["172.16.0.1", true],
    ["172.32.0.1", false],
    ["100.64.0.1", true],
    ["127.0.0.1", true],
    ["8.8.8.8", false],
    ["[::1]", true],
    ["[fd00::1]", true],
    ["[2001:db8::1]", false],
    ["printer.local", true],
    ["local.example.org", false],
    ["localhost", true],
  ])("private host %s: %s", (host, expected) => expect(isPrivateHost(host)).toBe(expected));
});
