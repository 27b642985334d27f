package org.nowrongdoor.exchange.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What imports may take. */
@ConfigMapping(prefix = "directory.exchange")
public interface ExchangeConfig {

    /** The largest file that an import takes. */
    @WithDefault("1G")
    MemorySize maxUpload();

    /** Rows that are stored together: enough to make statements few, few enough to keep memory flat. */
    @WithDefault("500")
    int batchRows();

    /** Findings of each kind that a report keeps; the totals count on. */
    @WithDefault("10000")
    int maxFindings();
}
