using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Outbox;

public sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.HasKey(message => message.Id).HasName("pk_outbox_messages");
        builder.Property(message => message.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(message => message.Type).HasColumnName("type").HasMaxLength(200);
        builder.Property(message => message.Subject).HasColumnName("subject").HasMaxLength(200);
        builder.Property(message => message.Payload).HasColumnName("payload").HasColumnType("jsonb");
        builder.Property(message => message.OccurredAt).HasColumnName("occurred_at");
        builder.Property(message => message.DeliveredAt).HasColumnName("delivered_at");
        // Only what waits is ever looked for.
        builder.HasIndex(message => new { message.OccurredAt, message.Id }).HasDatabaseName("ix_outbox_messages_waiting")
            .HasFilter("delivered_at IS NULL");
    }
}
