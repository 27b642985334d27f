package org.nowrongdoor.referral.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.nowrongdoor.storage.Lease;

/** Hands out messages that are due, on one node at a time. All it knows stands in the store: whatever is killed, the next
 *  one goes on with what is not noted as delivered, so that a message may come twice but never not at all. */
@Singleton
class DeliveryJob {

    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final String LEASE = "webhooks";
    private static final int THREADS = 8;
    // 2: a subscriber that is slow must leave carriers for the others.
    private static final int MOST_OF_ONE = 2;
    private static final int BATCH = 200;
    private static final long LOOK_MILLIS = 250;
    private static final long RETRY_MILLIS = 2_000;
    private static final long TIDY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Deliveries deliveries;
    private final DeliveryCleanupJob tidy;
    private final DeliveryAttempt postman;
    private final Lease lease;
    private final Thread runner = new Thread(this::run, "webhook-run");
    private final Semaphore wake = new Semaphore(0);
    private final Set<String> lines = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> carried = new ConcurrentHashMap<>();
    private final ExecutorService carriers = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "webhook-carrier");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;
    private long tidied = System.nanoTime() - TIDY_NANOS;

    DeliveryJob(Deliveries deliveries, DeliveryCleanupJob tidy, DeliveryAttempt postman, Lease lease) {
        this.deliveries = deliveries;
        this.tidy = tidy;
        this.postman = postman;
        this.lease = lease;
    }

    void start(@Observes StartupEvent event) {
        runner.setDaemon(true);
        runner.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        runner.interrupt();
        carriers.shutdownNow();
        runner.join(5_000);
    }

    private void run() {
        while (!stopping) {
            var pause = LOOK_MILLIS;
            try {
                if (lease.tryHold(LEASE)) {
                    handOut();
                }
            } catch (RuntimeException e) {
                if (stopping) {
                    return;
                }
                LOG.warnf("Webhooks wait: %s", e.getClass().getSimpleName());
                pause = RETRY_MILLIS;
            }
            try {
                // What has finished wakes us, for what comes after it may go now.
                if (wake.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void handOut() {
        if (System.nanoTime() - tidied >= TIDY_NANOS) {
            tidied = System.nanoTime();
            tidy.tidy();
        }
        var busy = carried.entrySet().stream()
                .filter(one -> one.getValue() >= MOST_OF_ONE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (var delivery : deliveries.listDue(Collections.unmodifiableSet(busy), BATCH)) {
            if (carried.getOrDefault(delivery.webhookId(), 0) < MOST_OF_ONE && lines.add(delivery.line())) {
                carried.merge(delivery.webhookId(), 1, Integer::sum);
                carriers.execute(() -> carry(delivery));
            }
        }
    }

    private void carry(Delivery delivery) {
        try {
            postman.carry(delivery);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Delivery %s could not be made: %s",
                    delivery.id(), e.getClass().getSimpleName());
        } finally {
            carried.computeIfPresent(delivery.webhookId(), (id, count) -> count == 1 ? null : count - 1);
            lines.remove(delivery.line());
            wake.release();
        }
    }
}
