/** Preloaded into a measured server: answers what it has used, over the channel to the process that started it. */
process.on('message', () => {
  const { heapUsed, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  globalThis.gc?.();
  process.send?.({
    heapUsed,
    live: process.memoryUsage().heapUsed,
    rss,
    peakRss: maxRSS * 1024,
    cpu: (user + system) / 1000,
  });
});
// The channel alone must not keep the server running.
process.channel?.unref();
