package org.nowrongdoor.access.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Who may do what, as the operator sets it. */
@ConfigMapping(prefix = "directory.access")
public interface AccessConfig {

    /** Accepted as a key with every scope; without it there is no admin. */
    Optional<String> adminKey();

    /** The secret from which all others are derived, at least 32 characters; the same on every node. */
    Optional<String> masterKey();

    /** A file that holds the master key; by default {@code keys/master} in the data directory, made at first start. */
    Optional<Path> masterKeyFile();

    /** Requests a minute from one address without a key. */
    @WithDefault("300")
    int anonymousPerMinute();

    /** Requests a minute with one key. */
    @WithDefault("3000")
    int keyPerMinute();

    /** Requests a minute with wrong keys from one address, before its keys are no longer looked at. */
    @WithDefault("60")
    int wrongKeysPerMinute();

    /** The claim of a token that names the caller's organisation by its id. */
    @WithDefault("organization_id")
    String oidcOrganizationClaim();

    /** Wrong client codes a minute from one address, before further ones are no longer looked at. */
    // 10: anyone who mishears six words needs a few tries; 60 bits need more than there will ever be
    @WithDefault("10")
    int wrongCodesPerMinute();

    /** Corrections a minute from one address. */
    // 10: an office behind one address; an editor reads each of them
    @WithDefault("10")
    int correctionsPerMinute();
}
