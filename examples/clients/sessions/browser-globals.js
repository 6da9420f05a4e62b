import { JSDOM } from "jsdom";
import WebSocket from "ws";

const { window } = new JSDOM("", { url: "http://localhost/" });
Object.assign(globalThis, { window, document: window.document, CloseEvent: window.CloseEvent, WebSocket });
