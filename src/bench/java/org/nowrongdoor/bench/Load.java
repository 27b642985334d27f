package org.nowrongdoor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The same work done over and over by some workers at once, for some seconds. */
public final class Load {

    /** What one worker does; made once for each worker. */
    public interface Work {
        void once(int number) throws Exception;
    }

    /** What came of it.
     *  @param perSecond how often it was done
     *  @param p50 of its durations, in milliseconds
     *  @param p99 of its durations, in milliseconds
     *  @param cpu processor time of this whole process for each, in milliseconds: what other processes leave it alone */
    public record Result(double perSecond, double p50, double p99, double cpu) {}

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Load() {}

    /** Runs the work on each of the workers. */
    public static Result run(int workers, double seconds, Callable<? extends Work> make) throws Exception {
        var pool = Executors.newFixedThreadPool(workers);
        try {
            var cpu = cpu();
            var started = System.nanoTime();
            var end = started + (long) (seconds * 1e9);
            var runs = new ArrayList<Future<long[]>>();
            for (var worker = 0; worker < workers; worker++) {
                var first = worker * 7919;
                runs.add(pool.submit(() -> worker(make.call(), first, end)));
            }
            List<long[]> durations = new ArrayList<>();
            for (var run : runs) {
                durations.add(run.get());
            }
            return result(durations.stream().flatMapToLong(Arrays::stream).toArray(), started, cpu);
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    /** Processor time of this process so far, in nanoseconds. */
    static long cpu() {
        return SYSTEM.getProcessCpuTime();
    }

    /** @param durations in nanoseconds
     *  @param started by {@link System#nanoTime}
     *  @param cpu {@link #cpu} then */
    static Result result(long[] durations, long started, long cpu) {
        var took = (System.nanoTime() - started) / 1e9;
        var busy = (cpu() - cpu) / 1e6;
        Arrays.sort(durations);
        return new Result(
                durations.length / took, at(durations, 0.50), at(durations, 0.99), busy / durations.length);
    }

    private static long[] worker(Work work, int first, long end) throws Exception {
        var durations = new long[1024];
        var count = 0;
        for (var number = first; System.nanoTime() < end; number++) {
            var from = System.nanoTime();
            work.once(number);
            if (count == durations.length) {
                durations = Arrays.copyOf(durations, count * 2);
            }
            durations[count++] = System.nanoTime() - from;
        }
        return Arrays.copyOf(durations, count);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }
}
