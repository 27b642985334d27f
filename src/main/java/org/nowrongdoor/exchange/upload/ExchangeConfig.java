package org.nowrongdoor.exchange.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What imports may take. */
@ConfigMapping(prefix = "directory.exchange")
public interface ExchangeConfig {

    /** The largest file that an import takes. */
    @WithDefault("1G")
    MemorySize maxUpload();

    /** The most files that come in at once, of those that have brought their first 64 KB. */
    @WithDefault("4")
    int uploads();

    /** The seconds in which an upload must bring 64 KB, or its end. */
    @WithDefault("30")
    int uploadSeconds();

    /** The most files of one key that are on their way or wait for their turn. */
    @WithDefault("16")
    int openImports();

    /** The most bytes of all files that are on their way or wait for their turn. */
    @WithDefault("4G")
    MemorySize heldUploads();

    /** The bytes of the disk that uploads leave to the database and the index. */
    @WithDefault("256M")
    MemorySize spareDisk();

    /** Rows that are stored together: enough to make statements few, few enough to keep memory flat. */
    @WithDefault("500")
    int batchRows();

    /** The memory of records that are stored together, as far as it can be told from them; what is made of them takes some
     *  ten times as much. */
    @WithDefault("4M")
    MemorySize batchBytes();

    /** Findings of each kind that a report keeps; the totals count on. */
    @WithDefault("10000")
    int maxFindings();
}
