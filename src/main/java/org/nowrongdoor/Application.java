package org.nowrongdoor;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;
import org.nowrongdoor.http.server.RequestLogChecker;
import org.nowrongdoor.region.PackagedGazetteer;
import org.nowrongdoor.storage.postgres.DatabaseStartException;
import org.nowrongdoor.storage.postgres.EmbeddedPostgres;

/** The front door of the process: a database first, then the server on it. */
@QuarkusMain
public final class Application {

    Application() {}

    /** Serves until the process is told to stop.
     *  @param args handed on to Quarkus */
    public static void main(String... args) {
        // Before anything is logged: on one class path nothing else says so in time, and the masks of the log hang on
        // it.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // Before anything of Netty is touched: it reads this once. HeaderReadTimeout is what it is to load.
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        PackagedGazetteer.begin();
        // The build runs main once to learn which classes a start needs; no database belongs to that.
        if (!ApplicationLifecycleManager.isAppCDSGeneration()) {
            RequestLogChecker.findFault(ConfigProvider.getConfig()).ifPresent(Application::refuse);
            try {
                EmbeddedPostgres.configured().ifPresent(Application::startDatabase);
            } catch (DatabaseStartException e) {
                refuse(String.valueOf(e.getMessage()));
            }
        }
        Quarkus.run(args);
    }

    private static void refuse(String why) {
        System.err.println("No Wrong Door does not start: " + why);
        System.exit(1);
    }

    private static void startDatabase(EmbeddedPostgres database) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterServer(database), "postgres-stop"));
        database.start();
        database.announce();
    }

    /** All shutdown hooks run at once: the database waits for the server to have written its last. */
    private static void stopAfterServer(EmbeddedPostgres database) {
        var server = io.quarkus.runtime.Application.currentApplication();
        if (server != null) {
            server.awaitShutdown();
        }
        database.close();
    }
}
