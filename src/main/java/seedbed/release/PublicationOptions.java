package seedbed.release;

/**
 * How a publication is to be run.
 *
 * @param dryRun only find out what would change
 * @param force publish even if most torrents would go
 */
public record PublicationOptions(boolean dryRun, boolean force) {

    /** A publication with every safeguard. */
    public static final PublicationOptions NORMAL = new PublicationOptions(false, false);

    /** Only finds out what a publication with every safeguard would change. */
    public static final PublicationOptions DRY_RUN = new PublicationOptions(true, false);
}
