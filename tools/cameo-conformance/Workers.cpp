// SPDX-License-Identifier: Apache-2.0
// The parent sends a worker the index of a case and hears the stages it enters
// and its outcome. It starts no threads and makes no MLIR context, so forking
// is safe at any time.
#include "Workers.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cameo::conformance;
using Clock = std::chrono::steady_clock;

namespace {

enum class Kind : uint8_t { Stage, Outcome };
struct Header {
  Kind kind;
  Status status;
  uint16_t stageLength;
  uint32_t reasonLength;
};

volatile std::sig_atomic_t interrupted;
void interrupt(int) { interrupted = 1; }

bool writeAll(int fd, const void *data, size_t size) {
  for (auto *at = static_cast<const char *>(data); size;) {
    ssize_t n = write(fd, at, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return false;
    at += n;
    size -= size_t(n);
  }
  return true;
}

bool readAll(int fd, void *data, size_t size) {
  for (auto *at = static_cast<char *>(data); size;) {
    ssize_t n = read(fd, at, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return false;
    at += n;
    size -= size_t(n);
  }
  return true;
}

/// Text in one line, of a length that a report can hold.
std::string oneLine(llvm::StringRef text) {
  std::string line;
  for (char c : text.trim())
    line += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  if (line.size() > 500)
    line = line.substr(0, 500) + "...";
  return line;
}

void sendOutcome(int fd, Kind kind, const Outcome &outcome) {
  std::string stage = outcome.stage.substr(0, 60),
              reason = oneLine(outcome.reason);
  Header header = {kind, outcome.status, uint16_t(stage.size()),
                   uint32_t(reason.size())};
  std::string message(reinterpret_cast<char *>(&header), sizeof header);
  message += stage + reason;
  if (!writeAll(fd, message.data(), message.size()))
    _exit(0); // the parent is gone
}

struct Worker {
  pid_t pid = -1;
  int toChild = -1, fromChild = -1;
  std::string scratch;
  bool busy = false;
  size_t current = 0;
  std::string stage;
  Clock::time_point deadline;
};

[[noreturn]] void serve(const Worker &self, int in, int out,
                        llvm::ArrayRef<Case> cases, const Options &options,
                        const WorkerOptions &workers) {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  if (workers.memory) {
    rlimit limit = {workers.memory, workers.memory};
    setrlimit(RLIMIT_AS, &limit);
  }
  // What the compiler leaves behind when it crashes goes with the scratch
  // folder.
  setenv("TMPDIR", self.scratch.c_str(), 1);
  rlimit noCore = {0, 0};
  setrlimit(RLIMIT_CORE, &noCore);
  int log = open(logPath(self.scratch).c_str(),
                 O_CREAT | O_WRONLY | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  if (log >= 0) {
    dup2(log, STDERR_FILENO);
    dup2(log, STDOUT_FILENO);
  }
  uint32_t index;
  while (readAll(in, &index, sizeof index)) {
    if (ftruncate(STDERR_FILENO, 0)) {
      // The log then holds more than this case; nothing depends on it.
    }
    Outcome outcome = runCase(
        cases[index], options, self.scratch, [&](llvm::StringRef stage) {
          sendOutcome(out, Kind::Stage, {Status::Fail, stage.str(), ""});
        });
    sendOutcome(out, Kind::Outcome, outcome);
  }
  _exit(0);
}

bool start(Worker &worker, llvm::ArrayRef<Worker> others,
           llvm::ArrayRef<Case> cases, const Options &options,
           const WorkerOptions &workers) {
  llvm::sys::fs::remove_directories(worker.scratch);
  llvm::sys::fs::create_directories(worker.scratch);
  int to[2], from[2];
  if (pipe(to))
    return false;
  if (pipe(from)) {
    close(to[0]);
    close(to[1]);
    return false;
  }
  worker.pid = fork();
  if (worker.pid == 0) {
    for (const Worker &other : others)
      if (&other != &worker && other.pid > 0) {
        close(other.toChild);
        close(other.fromChild);
      }
    close(to[1]);
    close(from[0]);
    serve(worker, to[0], from[1], cases, options, workers);
  }
  close(to[0]);
  close(from[1]);
  worker.toChild = to[1];
  worker.fromChild = from[0];
  worker.busy = false;
  if (worker.pid > 0)
    return true;
  close(to[1]);
  close(from[0]);
  return false;
}

/// Ends a worker; how it ended, in words.
std::string stop(Worker &worker, bool kill_) {
  close(worker.toChild);
  close(worker.fromChild);
  if (kill_)
    kill(worker.pid, SIGKILL);
  int status = 0;
  while (waitpid(worker.pid, &status, 0) < 0 && errno == EINTR)
    ;
  worker.pid = -1;
  if (WIFSIGNALED(status))
    return std::string("signal ") + std::to_string(WTERMSIG(status)) + " (" +
           strsignal(WTERMSIG(status)) + ")";
  return "exit status " + std::to_string(WEXITSTATUS(status));
}

/// What a crashed worker said: the line of the assertion or error, without
/// LLVM's stack dump.
std::string lastWords(const Worker &worker) {
  auto buffer = llvm::MemoryBuffer::getFile(logPath(worker.scratch));
  if (!buffer)
    return "";
  llvm::StringRef text = (*buffer)->getBuffer();
  text = text.take_front(text.find("PLEASE submit a bug report"));
  text = text.take_front(text.find("Stack dump:")).trim();
  size_t line = text.rfind('\n');
  text = line == llvm::StringRef::npos ? text : text.drop_front(line + 1);
  return text.empty() ? "" : ": " + oneLine(text);
}

/// Reads one message; false if the worker has gone.
bool receive(Worker &worker, Header &header, Outcome &outcome) {
  if (!readAll(worker.fromChild, &header, sizeof header))
    return false;
  outcome.status = header.status;
  outcome.stage.resize(header.stageLength);
  outcome.reason.resize(header.reasonLength);
  return readAll(worker.fromChild, outcome.stage.data(),
                 outcome.stage.size()) &&
         readAll(worker.fromChild, outcome.reason.data(),
                 outcome.reason.size());
}

} // namespace

llvm::Error cameo::conformance::runCases(
    llvm::ArrayRef<Case> cases, const Options &options,
    const WorkerOptions &workerOptions,
    const std::function<void(size_t, const Outcome &)> &done) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGINT, interrupt);
  std::signal(SIGTERM, interrupt);
  size_t next = 0, left = cases.size();
  std::vector<Worker> workers(
      std::min<size_t>(std::max(1u, workerOptions.jobs), cases.size()));
  auto give = [&](Worker &worker) {
    if (next == cases.size())
      return;
    uint32_t index = uint32_t(next);
    worker.current = next++;
    worker.busy = true;
    worker.stage = "start";
    worker.deadline = Clock::now() + std::chrono::milliseconds(
                                         int64_t(workerOptions.timeout * 1e3));
    // If the worker is dead, its end of the other pipe tells.
    writeAll(worker.toChild, &index, sizeof index);
  };
  auto replace = [&](Worker &worker, const llvm::Twine &how) -> bool {
    done(worker.current,
         {Status::Fail, worker.stage, how.str() + lastWords(worker)});
    --left;
    return start(worker, workers, cases, options, workerOptions);
  };
  for (auto [i, worker] : llvm::enumerate(workers)) {
    worker.scratch = workerOptions.scratch + "/" + std::to_string(i);
    if (!start(worker, workers, cases, options, workerOptions))
      return llvm::createStringError("cannot start a worker process: " +
                                     llvm::sys::StrError());
    give(worker);
  }
  while (left) {
    std::vector<pollfd> fds;
    for (Worker &worker : workers)
      fds.push_back({worker.fromChild, POLLIN, 0});
    poll(fds.data(), fds.size(), 200);
    if (interrupted) {
      for (Worker &worker : workers)
        stop(worker, true);
      return llvm::createStringError("interrupted");
    }
    for (auto [fd, worker] : llvm::zip(fds, workers)) {
      if (!worker.busy)
        continue;
      bool alive = true;
      if (fd.revents) {
        Header header;
        Outcome outcome;
        if (!receive(worker, header, outcome)) {
          std::string end = stop(worker, false);
          alive = replace(worker, "crash: " + end);
          give(worker);
        } else if (header.kind == Kind::Stage) {
          worker.stage = outcome.stage;
        } else {
          done(worker.current, outcome);
          --left;
          worker.busy = false;
          give(worker);
        }
      } else if (Clock::now() > worker.deadline) {
        stop(worker, true);
        alive = replace(worker, llvm::formatv("timeout after {0:f0} s",
                                              workerOptions.timeout)
                                    .str());
        give(worker);
      }
      if (!alive)
        return llvm::createStringError("cannot replace a worker process: " +
                                       llvm::sys::StrError());
    }
  }
  for (Worker &worker : workers)
    stop(worker, false);
  return llvm::Error::success();
}
