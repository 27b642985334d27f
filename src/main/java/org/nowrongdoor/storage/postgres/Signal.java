package org.nowrongdoor.storage.postgres;

import java.io.IOException;

/** The two ways to end PostgreSQL that Java has no call for. */
enum Signal {
    /** Fast shutdown: sessions are ended, everything is written out. */
    INT,
    /** Immediate shutdown: the next start recovers from the log. */
    QUIT;

    void send(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
