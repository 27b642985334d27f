package org.nowrongdoor.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;
import org.jspecify.annotations.Nullable;

/** Puts the mask before every appender that there is, those of an operator's own making too. */
@Singleton
public class MaskedHandlers {

    void mask(@Observes StartupEvent event) {
        all().forEach(MaskedHandlers::mask);
    }

    /** Every handler of every logger, and those behind them. */
    static List<Handler> all() {
        var context = LogContext.getLogContext();
        return Stream.concat(Stream.of(""), Collections.list(context.getLoggerNames()).stream())
                .flatMap(name -> Stream.ofNullable(context.getLoggerIfExists(name)))
                .flatMap(logger -> Arrays.stream(logger.getHandlers()))
                .flatMap(MaskedHandlers::withInner)
                .distinct()
                .toList();
    }

    private static Stream<Handler> withInner(Handler handler) {
        return handler instanceof ExtHandler outer
                ? Stream.concat(
                        Stream.of(handler), Arrays.stream(outer.getHandlers()).flatMap(MaskedHandlers::withInner))
                : Stream.of(handler);
    }

    private static void mask(Handler handler) {
        if (!(handler.getFilter() instanceof Masked)) {
            handler.setFilter(new Masked(handler.getFilter()));
        }
    }

    /** The mask, and whatever filter was there before. */
    record Masked(@Nullable Filter before) implements Filter {

        private static final LogMaskFilter MASK = new LogMaskFilter();

        @Override
        public boolean isLoggable(LogRecord line) {
            return MASK.isLoggable(line) && (before == null || before.isLoggable(line));
        }
    }
}
