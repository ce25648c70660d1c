/** Preloaded into a measured server: answers what it has used, over the channel to the process that started it. */
process.on('message', (question) => {
  const { user, system } = process.cpuUsage();
  // Collecting takes time that must not count for what is measured next, so it is done on demand only.
  if (question === 'memory') globalThis.gc?.();
  process.send?.({
    cpu: (user + system) / 1000,
    live: process.memoryUsage().heapUsed,
    peakRss: process.resourceUsage().maxRSS * 1024,
  });
});
// The channel alone must not keep the server running.
process.channel?.unref();
