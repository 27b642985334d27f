package org.nowrongdoor.exchange.upload;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.server.ConcurrencyLimiter;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Takes files in as they come, on the event loop: a slow sender holds no thread. */
@Singleton
public class UploadReceiver {

    private final UploadLimiter limiter;
    private final UploadArrival.Tools tools;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "uploads");
        thread.setDaemon(true);
        return thread;
    });

    UploadReceiver(
            UploadLimiter limiter,
            ExchangeConfig limits,
            @ConfigProperty(name = "directory.data", defaultValue = "data") Path data) {
        this.limiter = limiter;
        this.tools = new UploadArrival.Tools(limits, data.resolve("imports"), disk);
    }

    void atStart(@Observes StartupEvent event) throws IOException {
        UploadBuffer.removeLeftovers(tools.folder());
    }

    /** Takes in the body of a request that nothing has read yet, and lets the next request have its turn meanwhile.
     *  @param key whose uploads are counted together
     *  @return fails with a {@link ProblemException} */
    public Uni<Upload> receive(RoutingContext context, String key) {
        ConcurrencyLimiter.passOn(context);
        return Uni.createFrom().emitter(emitter -> {
            try {
                refuseEncoded(context.request().getHeader(HttpHeaders.CONTENT_ENCODING));
                new UploadArrival(context, limiter.begin(key), tools, emitter).begin();
            } catch (ProblemException e) {
                UploadArrival.refuse(context, e);
                emitter.fail(e);
            }
        });
    }

    /** A file that came in before the last stop.
     *  @param key whose uploads are counted together
     *  @return empty when it is not on the disk of this node */
    public Optional<Upload> reopen(StagedFile stage, String key) {
        try {
            var file = UploadBuffer.reopen(tools.folder(), stage);
            return Optional.of(new Upload(file, limiter.resume(key, file.size())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Removes the files of imports that have ended, or never began.
     *  @param wanted the names of the others */
    public void removeStagedBut(Set<UUID> wanted) throws IOException {
        UploadBuffer.removeStagedBut(tools.folder(), wanted);
    }

    private static void refuseEncoded(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemException.of(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "the file must come without Content-Encoding. Unpack it before you send it.");
        }
    }

    @PreDestroy
    void stop() {
        disk.shutdownNow();
    }
}
