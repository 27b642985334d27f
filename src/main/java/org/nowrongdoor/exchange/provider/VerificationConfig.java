package org.nowrongdoor.exchange.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How providers are asked to check their entries. */
@ConfigMapping(prefix = "directory.verification")
public interface VerificationConfig {

    /** How many providers are mailed a day, at most; 0 for none: no upgrade of a directory mails a thousand of them. */
    @WithDefault("0")
    int remindersADay();

    /** How often it is looked whom to remind; {@code off} for never. */
    @WithDefault("1h")
    String remindEvery();
}
