"""A Spark cluster of our own on this machine: a master and two workers, each a process."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORKERS = 2
_SECONDS = 90.0
_HOST = "127.0.0.1"


class NoSpark(Exception):
    """Raised where there is no Spark or no Java here; its text says which."""


class SparkCluster:
    """A master and workers that listen on this machine alone; ``stop`` ends them."""

    def __init__(self) -> None:
        try:
            import pyspark
        except ImportError as error:
            raise NoSpark("PySpark is not installed") from error
        if not shutil.which("java"):
            raise NoSpark("Java is not installed")
        self._home = Path(pyspark.__file__).parent
        self._folder = Path(tempfile.mkdtemp(prefix="communique-spark-"))
        self.processes: list[subprocess.Popen[bytes]] = []
        try:
            options = ("--host", _HOST, "--port", "0", "--webui-port", "0")
            master = self._begin("master.Master", *options)
            self.master = self._told(master, r"(spark://\S+:\d+)")
            for n in range(WORKERS):
                work = ("--work-dir", str(self._folder / f"work{n}"), "--cores", "1")
                worker = ("--memory", "1g", *work, self.master)
                self._begin("worker.Worker", *options, *worker)
            for log in sorted(self._folder.glob("worker*.log")):
                self._told(log, "(Successfully registered with master)")
        except BaseException:
            self.stop()
            raise

    @property
    def settings(self) -> dict[str, str]:
        """What a session has to say to be of this machine alone."""
        return {
            "spark.driver.host": _HOST,
            "spark.driver.bindAddress": _HOST,
            "spark.ui.enabled": "false",
            "spark.executor.memory": "512m",
            "spark.driver.memory": "512m",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.codegen.wholeStage": "false",  # what is run once need not be compiled
            "spark.local.dir": str(self._folder),
            "spark.sql.warehouse.dir": str(self._folder / "warehouse"),
        }

    def stop(self) -> None:
        """End all processes, and throw away what they wrote."""
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _begin(self, what: str, *options: str) -> Path:
        log = self._folder / f"{what.partition('.')[0]}{len(self.processes)}.log"
        command = [str(self._home / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}"]
        environment = {
            **os.environ,
            "SPARK_HOME": str(self._home),
            "SPARK_LOCAL_IP": _HOST,
            "PYSPARK_PYTHON": sys.executable,
            "SPARK_DAEMON_MEMORY": "256m",
            "SPARK_LOCAL_DIRS": str(self._folder),
        }
        with log.open("wb") as out:
            process = subprocess.Popen(
                [*command, *options], stdout=out, stderr=out, env=environment, cwd=self._folder
            )
        self.processes.append(process)
        return log

    def _told(self, log: Path, pattern: str) -> str:
        """Return what a process says of itself, once it does."""
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end:
            if found := re.search(pattern, log.read_text("utf-8", "replace")):
                return found[1]
            time.sleep(0.2)
        raise NoSpark(f"{log.name} did not begin: {log.read_text('utf-8', 'replace')[-500:]}")
