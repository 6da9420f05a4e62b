import * as recorder from "./recorder.js";

globalThis.recorder = recorder;
addEventListener("unhandledrejection", ({ reason }) => recorder.sawUnhandledRejection(reason));
