/** A process that opens sessions as its parent says: in a process of its own, as Node.js reads authorities of TLS only at the start. */
import "./browser-globals.js";

const recorder = await import("./recorder.js");

process.on("unhandledRejection", recorder.sawUnhandledRejection);
process.on("message", async ({ call, method, argument }) => process.send({ call, result: await recorder[method](argument) }));
process.on("disconnect", () => process.exit());
process.send({ ready: true });
