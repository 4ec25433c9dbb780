using 'main.bicep'

// Two instances at least, a database with a standby in another zone, backups of five weeks.
param environmentName = 'prod'
param appId = readEnvironmentVariable('ROADMAPBOT_APP_ID')
param appSecret = readEnvironmentVariable('ROADMAPBOT_APP_SECRET')
param databasePassword = readEnvironmentVariable('ROADMAPBOT_DATABASE_PASSWORD')
param anonymityKey = readEnvironmentVariable('ROADMAPBOT_ANONYMITY_KEY')
param image = readEnvironmentVariable('ROADMAPBOT_IMAGE', '')
param minReplicas = 2
param maxReplicas = 4
param databaseSku = { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' }
param databaseStorageGB = 64
param databaseBackupDays = 35
param databaseIsRedundant = true
