package org.nowrongdoor;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.nowrongdoor.storage.EmbeddedPostgres;

/** The front door of the process: a database first, then the server on it. */
@QuarkusMain
public final class Application {

    private Application() {}

    /** Serves until the process is told to stop.
     *  @param args handed on to Quarkus */
    public static void main(String... args) {
        EmbeddedPostgres.startUnlessOutside();
        Quarkus.run(args);
    }
}
