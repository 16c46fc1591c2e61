/** A small web server on this machine for the sample pages: files of a folder, and pages made by a test. */
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

/** What is sent for one request. */
interface Served {
  status?: number;
  /** Further headers, for example a Content-Security-Policy. */
  headers?: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

interface Asked {
  /** The whole address as the browser sees it, the mapped host included. */
  url: URL;
  method: string;
}

type Answer = (asked: Asked) => Served | Promise<Served>;

export interface PageServer {
  readonly port: number;
  /** http://127.0.0.1:port */
  readonly origin: string;
  /** Answers a path itself from now on, on every host: a changed page, headers, a page that grows. */
  answer(path: string, answer: Answer): void;
  /** The paths asked for so far, as "host/path": what a page made the browser do. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Serves a folder on a free port of 127.0.0.1. A path of a folder gives its page.html. */
export async function servePages(root: string): Promise<PageServer> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Firefox comes here as to a proxy and sends the whole address; Chromium sends the path and the host apart.
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
    asked.push(url.host + url.pathname);
    const answer = answers.get(url.pathname);
    const served = answer ? await answer({ url, method: request.method ?? "GET" }) : await fileOf(root, url.pathname);
    const type = TYPES[extname(url.pathname)] ?? "text/html; charset=utf-8";
    response.writeHead(served.status ?? 200, { "content-type": type, "cache-control": "no-store", ...served.headers });
    response.end(served.body);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" }).end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    asked,
    answer: (path, answer) => void answers.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A browser keeps its connections open; waiting for them would take as long as it lives.
        server.closeAllConnections();
      }),
  };
}

const NOT_FOUND: Served = { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: "Not found" };

async function fileOf(root: string, path: string): Promise<Served> {
  const file = normalize(join(root, decodeURIComponent(path)));
  if (file !== normalize(root) && !file.startsWith(normalize(root) + sep)) return NOT_FOUND;
  try {
    const isFolder = (await stat(file)).isDirectory();
    const body = await readFile(isFolder ? join(file, "page.html") : file);
    return isFolder ? { body, headers: { "content-type": "text/html; charset=utf-8" } } : { body };
  } catch {
    return NOT_FOUND;
  }
}
