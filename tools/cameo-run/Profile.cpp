// SPDX-License-Identifier: Apache-2.0
// --profile: one event per launch, in the trace event format that Perfetto and
// chrome://tracing read (complete events, times in microseconds).
#include "Modes.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <chrono>

using namespace cameo;
using namespace cameo::tools;

namespace {

using Clock = std::chrono::steady_clock;
struct Event {
  int32_t launch;
  Clock::time_point begin, end;
};
struct Recorder {
  std::vector<Event> events;
  static void hook(void *self, int32_t launch, int32_t phase) {
    auto &events = static_cast<Recorder *>(self)->events;
    if (phase == 0)
      events.push_back({launch, Clock::now(), {}});
    else if (!events.empty())
      events.back().end = Clock::now();
  }
};

double microseconds(Clock::duration d) {
  return std::chrono::duration<double, std::micro>(d).count();
}

void writeTrace(llvm::raw_ostream &os, const cameo_model &model,
                llvm::ArrayRef<Event> events) {
  llvm::json::OStream json(os);
  json.object([&] {
    json.attribute("displayTimeUnit", "ns");
    json.attributeArray("traceEvents", [&] {
      json.object([&] {
        json.attribute("name", "process_name");
        json.attribute("ph", "M");
        json.attribute("pid", 1);
        json.attributeObject("args",
                             [&] { json.attribute("name", model.name); });
      });
      for (const Event &event : events) {
        const cameo_launch_info &info = model.launches[event.launch];
        double duration = microseconds(event.end - event.begin);
        json.object([&] {
          json.attribute("name", info.kernel);
          json.attribute("cat", "kernel");
          json.attribute("ph", "X");
          json.attribute("ts",
                         microseconds(event.begin - events.front().begin));
          json.attribute("dur", duration);
          json.attribute("pid", 1);
          json.attribute("tid", 1);
          json.attributeObject("args", [&] {
            json.attribute("nodes", info.nodes ? info.nodes : "");
            json.attribute("launch", event.launch);
            if (info.flops >= 0) {
              json.attribute("FLOPs", info.flops);
              json.attribute("GFLOP/s", info.flops / duration * 1e-3);
            }
            if (info.bytes >= 0) {
              json.attribute("bytes", info.bytes);
              json.attribute("GB/s", info.bytes / duration * 1e-3);
            }
          });
        });
      }
    });
  });
}

/// The launches by time, most expensive first.
void printTable(const cameo_model &model, llvm::ArrayRef<Event> events,
                unsigned iterations) {
  struct Row {
    int32_t launch;
    double time = 0;
  };
  std::vector<Row> rows(model.launch_count);
  double total = 0;
  for (auto [i, row] : llvm::enumerate(rows))
    row.launch = int32_t(i);
  for (const Event &event : events) {
    double time = microseconds(event.end - event.begin) / iterations;
    rows[event.launch].time += time;
    total += time;
  }
  llvm::sort(rows, [](const Row &a, const Row &b) { return a.time > b.time; });
  llvm::raw_ostream &os = llvm::outs();
  os << llvm::format("%10s %6s %9s  %-32s %s\n", "us", "%", "GFLOP/s", "kernel",
                     "nodes");
  for (const Row &row : llvm::ArrayRef(rows).take_front(25)) {
    const cameo_launch_info &info = model.launches[row.launch];
    if (row.time <= 0)
      break;
    os << llvm::format("%10.2f %6.1f ", row.time, row.time / total * 100);
    if (info.flops > 0)
      os << llvm::format("%9.1f", info.flops / row.time * 1e-3);
    else
      os << "        -";
    llvm::StringRef nodes = info.nodes ? info.nodes : "";
    os << llvm::format("  %-32s ", info.kernel) << nodes.take_front(100)
       << (nodes.size() > 100 ? "..." : "") << "\n";
  }
  os << llvm::format("%10.2f  in all, per run\n", total);
}

} // namespace

llvm::Error run::profile(const Library &library, Context &context,
                         llvm::ArrayRef<Tensor> inputs, unsigned iterations,
                         llvm::StringRef file) {
  std::error_code code;
  llvm::raw_fd_ostream os(file, code);
  if (code)
    return llvm::createStringError(file + ": " + code.message());
  iterations = std::max(iterations, 1u);
  Recorder recorder;
  recorder.events.reserve(size_t(library.model().launch_count) * iterations +
                          1024);
  for (unsigned i = 0; i < iterations + 2; ++i) {
    if (i == 2) // planned and warm
      cameo_context_profile(context.get(), Recorder::hook, &recorder);
    if (llvm::Error error = runModel(library, context, inputs).takeError())
      return error;
  }
  cameo_context_profile(context.get(), nullptr, nullptr);
  llvm::erase_if(recorder.events, [&](const Event &event) {
    return event.launch < 0 ||
           uint32_t(event.launch) >= library.model().launch_count ||
           event.end < event.begin;
  });
  writeTrace(os, library.model(), recorder.events);
  os << "\n";
  os.flush();
  if (std::error_code full = os.error()) {
    os.clear_error();
    return llvm::createStringError(file + ": " + full.message());
  }
  printTable(library.model(), recorder.events, iterations);
  llvm::outs() << "trace: " << file
               << " (open it in https://ui.perfetto.dev)\n";
  return llvm::Error::success();
}
