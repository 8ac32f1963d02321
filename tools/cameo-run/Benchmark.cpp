// SPDX-License-Identifier: Apache-2.0
// --benchmark: the distribution of run times, and what comes before them.
#include "Modes.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <sys/resource.h>

using namespace cameo;
using namespace cameo::tools;

using Clock = std::chrono::steady_clock;
static double since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The value below which the fraction `q` of the sorted times lies.
static double quantile(const std::vector<double> &sorted, double q) {
  size_t at = size_t(q * double(sorted.size() - 1) + 0.5);
  return sorted[std::min(at, sorted.size() - 1)];
}

/// "     1.234 ms\n", or in microseconds.
static std::string duration(double seconds) {
  char text[32];
  bool small = seconds < 1e-3;
  std::snprintf(text, sizeof text, "%10.3f %s\n", seconds * (small ? 1e6 : 1e3),
                small ? "us" : "ms");
  return text;
}

int64_t run::peakMemory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return int64_t(usage.ru_maxrss) * 1024;
}

llvm::Error run::benchmark(const Library &library, Context &context,
                           llvm::ArrayRef<Tensor> inputs,
                           const BenchmarkOptions &options) {
  const cameo_model &model = library.model();
  Views views;
  llvm::Expected<std::vector<cameo_tensor>> in =
      viewInputs(model, inputs, views);
  if (!in)
    return in.takeError();
  std::vector<cameo_tensor> out(model.output_count);
  std::optional<LentCaches> caches;
  if (options.inPlace) {
    if (!model.update_count)
      return llvm::createStringError("--in-place: the model appends to none of "
                                     "its inputs");
    // Each run writes the same rows again: a decoder's next step.
    caches.emplace(model, *in, options.inPlace);
  }
  cameo_error error;
  auto once = [&]() -> bool {
    std::fill(out.begin(), out.end(), cameo_tensor{});
    return cameo_run(context.get(), in->data(), uint32_t(in->size()),
                     out.data(), uint32_t(out.size()), &error) == CAMEO_OK;
  };

  auto start = Clock::now();
  if (!once())
    return llvm::createStringError(llvm::Twine(error.message));
  double first = since(start);
  for (unsigned i = 0; i < options.warmup; ++i)
    if (!once())
      return llvm::createStringError(llvm::Twine(error.message));
  std::vector<double> times;
  auto begin = Clock::now();
  for (unsigned i = 0; i < options.iterations; ++i) {
    start = Clock::now();
    if (!once())
      return llvm::createStringError(llvm::Twine(error.message));
    times.push_back(since(start));
    if (options.seconds > 0 && since(begin) > options.seconds)
      break;
  }
  std::sort(times.begin(), times.end());
  double mean = 0, flops = 0;
  for (double t : times)
    mean += t / double(times.size());
  // Which of them ran the sizes decided, if there are specialisations.
  for (uint32_t i = 0; i < model.launch_count; ++i)
    flops =
        flops < 0 || model.specialization_count || model.launches[i].flops < 0
            ? -1
            : flops + model.launches[i].flops;
  double median = quantile(times, 0.5);

  llvm::raw_ostream &os = llvm::outs();
  if (options.json) {
    llvm::json::OStream json(os, 2);
    json.object([&] {
      json.attribute("model", model.name);
      json.attribute("threads", options.threads);
      json.attribute("iterations", times.size());
      json.attribute("median_ms", median * 1e3);
      json.attribute("mean_ms", mean * 1e3);
      json.attribute("min_ms", times.front() * 1e3);
      json.attribute("p10_ms", quantile(times, 0.1) * 1e3);
      json.attribute("p99_ms", quantile(times, 0.99) * 1e3);
      json.attribute("load_ms", options.loadSeconds * 1e3);
      json.attribute("first_run_ms", first * 1e3);
      json.attribute("context_bytes", context.memory());
      json.attribute("model_peak_bytes", peakMemory() - options.memoryBefore);
      json.attribute("peak_bytes", peakMemory());
      if (flops > 0)
        json.attribute("gflops_per_s", flops / median * 1e-9);
    });
    os << "\n";
    return llvm::Error::success();
  }
  os << llvm::format("%s, %u thread%s, %zu runs\n", model.name, options.threads,
                     options.threads == 1 ? "" : "s", times.size());
  os << "  median     " << duration(median);
  os << "  p10        " << duration(quantile(times, 0.1));
  os << "  p99        " << duration(quantile(times, 0.99));
  os << "  load       " << duration(options.loadSeconds);
  os << "  first run  " << duration(first);
  os << llvm::format(
      "  memory     %10.1f MB peak, %.1f MB of it in the context\n",
      double(peakMemory() - options.memoryBefore) * 1e-6,
      double(context.memory()) * 1e-6);
  if (flops > 0)
    os << llvm::format("  speed      %10.1f GFLOP/s\n", flops / median * 1e-9);
  return llvm::Error::success();
}
